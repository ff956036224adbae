import { TermKind } from '#schema/directory/TermKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import { type Asker, around, fits, servesDirectly, speaksAtLeast, tags } from './lexemes.ts';
import { and, type Condition, lexeme, not, or, prefix } from './tsquery.ts';
import {
  EXACT,
  PARTLY,
  type Quality,
  type Reading,
  type Segment,
  type Understanding,
} from './Understanding.ts';

/** What a query asks of an entry, in all the ways in which the order of hits looks at it. */
export interface Conditions {
  /** What makes it a hit. */
  readonly hit: Condition;
  /** Every word is itself found, not only as the first letters of what names something. */
  readonly solid: Condition;
  readonly exact: Condition;
  /** Every word as it stands or as a part; null where no word is taken for misspelt, and every hit is that. */
  readonly partly: Condition | null;
  /** Every word is one of its names' words. */
  readonly named: Condition | null;
  /** Some word is. */
  readonly partlyNamed: Condition | null;
}

/** Entries in which a segment is found so. */
function conditionOf(reading: Reading, asker: Asker): Condition {
  switch (reading.as) {
    case 'word': {
      const { form, isPrefix, quality } = reading;
      if (isPrefix) return or(prefix(form), prefix(tags.part(form)));
      return quality === EXACT ? lexeme(form) : or(lexeme(form), lexeme(tags.part(form)));
    }
    case 'words':
      return and(...reading.forms.map((form) => or(lexeme(form), lexeme(tags.part(form)))));
    case 'sound':
      return lexeme(tags.sound(reading.sound));
    case 'meaning':
      return fits(reading.meaning, reading.isWide, asker);
    case 'number':
      return or(
        prefix(tags.organisationNumber(reading.digits)),
        ...(reading.digits.length < 4 ? [] : asker.audiences).flatMap((audience) => [
          prefix(tags.telephone(audience, reading.digits)),
          prefix(tags.telephoneEnd(audience, reading.digits)),
        ]),
      );
    case 'address':
      return or(
        ...asker.audiences.map((audience) => prefix(tags.address(audience, reading.address))),
      );
  }
}

type Choice = (reading: Reading) => boolean;

const isName: Choice = ({ as }) => as === 'word' || as === 'words';

function segmentCondition(segment: Segment, asker: Asker, choice: Choice): Condition {
  // Of a name every word counts: Finn Hansen is not just any Hansen.
  if (segment.isEmpty && choice !== isName) return and();
  return or(...segment.readings.filter(choice).map((reading) => conditionOf(reading, asker)));
}

const whole = ({ groups }: Understanding, asker: Asker, choice: Choice): Condition =>
  and(
    ...groups.map(({ divisions }) =>
      or(
        ...divisions.map((segments) =>
          and(...segments.map((segment) => segmentCondition(segment, asker, choice))),
        ),
      ),
    ),
  );

const atMost =
  (quality: Quality): Choice =>
  (reading) =>
    reading.quality <= quality;

/** What an understood query asks of an entry. */
export function conditionsOf(understanding: Understanding, asker: Asker): Conditions {
  const segments = understanding.groups.flatMap(({ divisions }) => divisions.flat());
  const words = segments.filter(({ isEmpty }) => !isEmpty);
  const anyName = words.map((segment) => segmentCondition(segment, asker, isName));
  return {
    hit: whole(understanding, asker, () => true),
    solid: whole(understanding, asker, (reading) => !(reading.as === 'meaning' && reading.isLoose)),
    exact: whole(understanding, asker, atMost(EXACT)),
    partly: segments.some(({ readings }) => readings.some(({ quality }) => quality > PARTLY))
      ? whole(understanding, asker, atMost(PARTLY))
      : null,
    named: words.length ? whole(understanding, asker, isName) : null,
    partlyNamed: words.length ? or(...anyName) : null,
  };
}

/** The condition without one of the query's words: for saying what to loosen. */
export const without = (understanding: Understanding, typed: string): Understanding => ({
  ...understanding,
  groups: understanding.groups.map(({ divisions }) => ({
    divisions: divisions.map((segments) => segments.filter((segment) => segment.typed !== typed)),
  })),
});

const SHORTEST_AREA = 3;

/** The areas that the words name, or may be about to name. */
function areasOf({ groups }: Understanding): { areas: AreaRow[]; segments: Segment[] } {
  const areas = new Set<AreaRow>();
  const segments = new Set<Segment>();
  for (const segment of groups.flatMap(({ divisions }) => divisions.flat())) {
    if (segment.typed.length < SHORTEST_AREA) continue;
    const named = segment.readings.flatMap((reading) =>
      reading.as === 'meaning' && reading.isWide && reading.meaning.area
        ? [{ area: reading.meaning.area, isLoose: reading.isLoose }]
        : [],
    );
    // «Oslo» is the city, though «Oslo fylke» begins so too.
    const meant = named.filter(({ isLoose }) => !isLoose);
    for (const { area } of meant.length ? meant : named) areas.add(area);
    if (named.length) segments.add(segment);
  }
  return { areas: [...areas], segments: [...segments] };
}

/**
 * Språknivå. How well an entry masters one of the languages asked for, the best first; nothing where none is asked for, or one level of it
 * is. What reaches people in a language masters it; and what is found by its name alone is no worse for that.
 */
export function mastery(
  { groups }: Understanding,
  chosen: readonly number[],
  { languageLevel }: Asker,
): Condition[] {
  const meant = groups
    .flatMap(({ divisions }) => divisions.flat())
    .flatMap(({ meanings }) => meanings)
    .filter(({ kind }) => kind === TermKind.LANGUAGE)
    .map(({ key }) => Number(key));
  const asked = [...new Set([...chosen, ...meant])];
  if (!asked.length || languageLevel) return [];
  const speaks = (level: LanguageLevel) => asked.map((it) => speaksAtLeast(level, it));
  const isSilent = not(or(...asked.map((number) => lexeme(tags.language(number)))));
  return [or(...speaks(LanguageLevel.FLUENT), isSilent), or(...speaks(LanguageLevel.GOOD))];
}

const LEVELS = ['city_district', 'municipality', 'county', 'country'];

/**
 * Nærhet. How near an entry is to the places asked for, the nearest first: serves the place itself or something in it, or has it in its
 * name; then its municipality, its county, the country.
 */
export function nearness(
  understanding: Understanding,
  chosen: readonly AreaRow[],
  asker: Asker,
): Condition[] {
  const { areas, segments } = areasOf(understanding);
  const asked = [...new Set([...chosen, ...areas])];
  if (!asked.length) return [];
  const named = segments.map((segment) =>
    segmentCondition(segment, asker, ({ as }) => as === 'word'),
  );
  const itself = or(...asked.map(servesDirectly), ...named);
  const wider = LEVELS.slice(1, -1).map((level) =>
    or(
      ...asked
        .flatMap(around)
        .filter(({ kind }) => String(kind) === level)
        .map(({ number }) => lexeme(tags.area(number))),
    ),
  );
  return [itself, ...wider];
}
