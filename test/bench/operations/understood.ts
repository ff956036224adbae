import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { usualMonths } from '#server/common/deadlineMonths.ts';
import { dayAt, freshnessLimits } from '#server/common/freshnessOf.ts';
import { mastery, nearness } from '#server/directory/conditions.ts';
import { nameKey } from '#server/directory/entryOf.ts';
import { findNearest } from '#server/directory/findNearest.ts';
import { prepare } from '#server/directory/prepare.ts';
import { and, type Condition, toTsquery } from '#server/directory/tsquery.ts';
import { asCoordinator } from '#test/bench/asCoordinator.ts';
import type { Ground } from '#test/bench/Register.ts';

/**
 * What Samband makes of a question before it asks the index, for those who ask the same index by hand: they are spared the dictionary
 * and the understanding, which Samband does anew for each question.
 */
export interface Understood {
  readonly hit: string;
  readonly keys: readonly string[];
  readonly number: string;
  readonly length: number;
  readonly named: string | null;
  readonly partlyNamed: string | null;
  readonly solid: string;
  readonly exact: string;
  readonly partly: string | null;
  readonly near: string;
  readonly wider: string;
  readonly widest: string;
  readonly fluent: string;
  readonly good: string;
  readonly understood: boolean;
  readonly due: string;
  readonly today: string;
}

export async function understood(
  ground: Ground,
  text: string,
  filter: Partial<DirectoryFilter>,
  only: RecordKind,
): Promise<Understood> {
  const context = asCoordinator(ground);
  const asked = await prepare({ text, filter: filter as DirectoryFilter }, context, only);
  const counted = { page: null, hasWhy: false, hasTotal: true, facets: [] };
  // Where nothing is found as typed, it is what the words may have been meant to be.
  const { query } = await findNearest(asked, counted, context);
  const { understanding, conditions, narrowed, asker } = query;
  const { words, groups } = understanding;
  const narrowings = narrowed.narrowings.flatMap(({ condition }) => condition ?? []);
  const levels = nearness(understanding, narrowed.areas, asker).map(toTsquery);
  const masteries = mastery(understanding, narrowed.languages, asker).map(toTsquery);
  const nothing = toTsquery({ op: 'or', parts: [] });
  const written = (condition: Condition | null) => condition && toTsquery(condition);
  const segments = groups.flatMap(({ divisions }) => divisions[0] ?? []);
  const sayings = segments.filter(({ isEmpty }) => !isEmpty);
  return {
    hit: toTsquery(and(conditions.hit, ...narrowings)),
    keys: [nameKey(words)],
    number: words.join(''),
    length: words.length > 1 ? words.length : -1,
    named: written(conditions.named),
    partlyNamed: written(conditions.partlyNamed),
    solid: toTsquery(conditions.solid),
    exact: toTsquery(conditions.exact),
    partly: written(conditions.partly),
    near: levels[0] ?? nothing,
    wider: levels[1] ?? nothing,
    widest: levels[2] ?? nothing,
    fluent: masteries[0] ?? nothing,
    good: masteries[1] ?? nothing,
    understood: sayings.length > 0 && sayings.every(({ meanings }) => meanings.length > 0),
    due: dayAt(freshnessLimits(ground.today).due, usualMonths),
    today: ground.today,
  };
}
