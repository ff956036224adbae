import { freshnessLimits } from '#server/common/freshnessOf.ts';
import { join, raw, type Sql, sql } from '#server/common/sql.ts';
import { mastery, nearness } from './conditions.ts';
import { nameKey } from './entryOf.ts';
import type { Asker } from './lexemes.ts';
import { maskOf } from './maskOf.ts';
import { dayOfEntry } from './narrow.ts';
import type { Query } from './Query.ts';
import type { Understanding } from './Understanding.ts';
import { matches } from './whereOf.ts';

const cases = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? sql`case ${join(
        conditions.map((condition, place) => sql`when ${condition} then ${raw(String(place))}`),
        ' ',
      )} else ${raw(String(conditions.length))} end`
    : raw('0');

/** Can be reached now: in operation, not stale, with a phone, SMS or e-mail that has not failed and that the viewer may see. */
const isReachable = (asker: Asker, today: string): Sql =>
  sql`(reach_audiences & ${maskOf(asker)}::integer <> 0
    and (verified_on is null or verified_on >= ${dayOfEntry(freshnessLimits(today).due)})
    and (closed_on is null or closed_on >= ${today}::date))`;

/** 0 for what is fresh or due, 1 for what is stale or was never verified. */
const verifiedRank = (today: string): Sql =>
  sql`case when verified_on >= ${dayOfEntry(freshnessLimits(today).due)} then 0 else 1 end`;

/** Whether each word that says something is understood: then a name that happens to hold it is no better than the rest. */
export const isUnderstood = ({ groups }: Understanding): boolean => {
  const segments = groups.flatMap(({ divisions }) => divisions[0] ?? []);
  const words = segments.filter(({ isEmpty }) => !isEmpty);
  return words.length > 0 && words.every(({ meanings }) => meanings.length > 0);
};

/**
 * Rekkefølge. What comes first, as one tuple to sort and to page by: the very name; who can be reached now; the nearest; who masters
 * the language; those whose name it is, when all words are understood after what is verified; those found as typed; the freshest; the
 * alphabet.
 *
 * A hit whose word is only the first letters of what names something comes after all others, so that typing «per» shows Per before every
 * person.
 */
export function orderOf(
  { understanding, conditions, narrowed, asker, people }: Query,
  today: string,
): Sql[] {
  const { named, partlyNamed, solid, exact, partly } = conditions;
  const words = understanding.words;
  const near = nearness(understanding, narrowed.areas, asker);
  const mastered = mastery(understanding, narrowed.languages, asker);
  const keys = [nameKey(words)];
  const first = [
    ...(words.length ? [sql`(name_keys && ${keys}::text[] or number = ${words.join('')})`] : []),
    ...(people.length ? [sql`id = any(${people}::uuid[])`] : []),
  ];
  const covers =
    named && words.length > 1
      ? [sql`(name_length = ${words.length}::integer and ${matches(named, 'names')})`]
      : [];
  const byName = cases([named, partlyNamed].flatMap((it) => (it ? [matches(it, 'names')] : [])));
  return [
    words.length ? cases([sql`(${join(first, ' or ')})`, ...covers, matches(solid)]) : raw('0'),
    sql`case when ${isReachable(asker, today)} then 0 else 1 end`,
    sql`(${cases(near.map((level) => matches(level)))} * ${raw(String(MASTERIES))} + ${cases(mastered.map((level) => matches(level)))})`,
    isUnderstood(understanding) ? sql`(${verifiedRank(today)} * 10 + ${byName})` : byName,
    words.length ? cases([exact, ...(partly ? [partly] : [])].map((it) => matches(it))) : raw('0'),
    sql`coalesce(date '2000-01-01' - verified_on, 1000000)`,
    raw('sort_name'),
    raw('id'),
  ];
}

/** Fluent, good, and a little. */
export const MASTERIES = 3;

/** The types of what the hits are ordered by. */
export const orderTypes = [
  'integer',
  'integer',
  'integer',
  'integer',
  'integer',
  'integer',
  'text',
  'uuid',
];
