import { ref } from '@mikro-orm/core';

import { Area } from '#schema/vocabulary/Area.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import type { TermNames } from '#schema/common/Term.ts';
import { TextDirection } from '#schema/vocabulary/TextDirection.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { TopicGroup } from '#schema/vocabulary/TopicGroup.ts';

/** The same name in all three languages: so it is with most places and many languages. */
export const named = (name: string, others: Partial<TermNames> = {}): TermNames => ({
  nb: name,
  nn: name,
  en: name,
  ...others,
});

const levels = Object.values(AreaKind);

/** The country, or whatever lies one level below its parent. Its number follows from its code. */
export function anArea({
  code = '99',
  number = Number(code) || 0,
  name = 'Eksempelland',
  parent = null as Area | null,
  kind = parent ? levels[levels.indexOf(parent.kind) + 1]! : AreaKind.COUNTRY,
  ...rest
}: Partial<Pick<Area, 'code' | 'number' | 'kind' | 'officialName' | 'latitude' | 'longitude'>> & {
  name?: string | TermNames;
  parent?: Area | null;
} = {}): Area {
  const names = typeof name === 'string' ? named(name) : name;
  const area = new Area(number, code, names, kind);
  return Object.assign(area, { parent: parent && ref(parent), ...rest });
}

/** A language of nobody's: its code is one that BCP 47 keeps free. */
export function aLanguage({
  code = 'qaa',
  number = 9001,
  name = 'Eksempelspråk' as string | TermNames,
  endonym = 'eksempelspråk',
  script = 'Latn' as string | null,
  direction = TextDirection.LTR,
} = {}): Language {
  const names = typeof name === 'string' ? named(name) : name;
  return Object.assign(new Language(number, code, names, endonym), { script, direction });
}

export function aTopic({
  code = 'example_topic',
  number = 9001,
  name = 'Eksempeltema' as string | TermNames,
  group = TopicGroup.HEALTH,
} = {}): Topic {
  return new Topic(number, code, typeof name === 'string' ? named(name) : name, group);
}

export function aCommunity({
  code = 'QM',
  number = 9001,
  name = 'Eksempelia' as string | TermNames,
} = {}): Community {
  return new Community(number, code, typeof name === 'string' ? named(name) : name);
}
