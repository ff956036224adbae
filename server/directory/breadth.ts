import { every, join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { nameKey } from './entryOf.ts';
import type { Query } from './findHits.ts';
import { lookedUp, matches, whereOf } from './narrow.ts';
import { type Condition, not } from './tsquery.ts';
import { visibleEntries } from './visibleEntries.ts';

/** So many hits are counted, ordered and told apart. What has more is narrowed by whoever asks, not read to its end. */
export const MOST_HITS = 20_000;

/** How many hits are wanted at most, and on whose behalf. */
export interface Limits {
  readonly most: number;
  readonly context: Context;
}

/** Where the first so many hits of a broad question end. */
export interface Cut {
  /** Whether it lies among the hits whose word only begins the name of something. */
  readonly isBegun: boolean;
  readonly standing: number;
  /** About how many hits there are of its sort. */
  readonly hits: number;
}

/** Which hits to read. */
export interface Choice {
  /** A query named `hit` with these columns, and what it needs; where only some are chosen, the first in this order. */
  readonly hits: (columns: readonly Sql[], order: Sql) => Sql;
  /** What else the statement tells, as rows beside those of its hits. */
  readonly told: readonly Sql[];
}

/** `directory_entry.draw` deals the entries into so many lots. */
const LOTS = 512;
/** So many hits among those drawn tell how many there are within a sixth. */
const ENOUGH = 44;
/** So many rows are sooner read than parted by the index. */
const FEW = 60_000;
/** A little more is read than wanted, for an estimate may be low. */
const MARGIN = 1.125;

/** How many lots to draw from, so that with more hits than this there are enough among the drawn. */
const lotsFor = (most: number): number =>
  Math.min(LOTS, Math.max(1, Math.round((LOTS * ENOUGH) / (most * MARGIN))));

/** How many entries there are of these; null where there are more than are counted. */
export function countOf(where: Sql, { most, context }: Limits): Sql {
  const entries = sql`from directory_entry where ${visibleEntries(context.viewer)} and ${where}`;
  return sql`case
    when (select count(*) ${entries} and draw < ${lotsFor(most)}::smallint) < ${ENOUGH} then (select count(*) ${entries})
  end::integer`;
}

/**
 * Bredde. All hits, unless there are too many: then none, and the cut beneath which the first of them lie.
 *
 * How many there are, and where the cut is, tell those hits that were drawn by lot: they stand like all the others.
 */
export function unlessBroad(query: Query, { most, context }: Limits): Choice {
  const lots = lotsFor(most);
  const { hit, solid } = query.conditions;
  const where = every([visibleEntries(context.viewer), looked(query, hit, query.people)]);
  return {
    hits: (columns) => sql`cut as materialized (
        select begun, standing, (count(*) over (partition by begun) * ${LOTS / lots}::float)::integer as hits
        from (
          select case when ${matches(solid)} then 0 else 1 end as begun, standing
          from directory_entry where draw < ${lots}::smallint and ${where}
        ) as drawn
        order by begun, standing offset ${ENOUGH - 1}::integer limit 1
      ), hit as materialized (
        select ${join(columns, ', ')} from directory_entry where not exists (select from cut) and ${where}
      )`,
    told: [raw(`select 'cut', null, standing, json_build_array(begun, hits) from cut`)],
  };
}

/** The first of the hits: those whose very name was typed, then the best standing. */
export function firstOf(
  query: Query,
  { isBegun, standing, hits }: Cut,
  { most, context }: Limits,
): Choice {
  const { hit, solid } = query.conditions;
  // The sum is looked at row by row, where the index would gather more than there are rows to look at.
  const above = sql`${raw(hits > FEW ? 'standing' : 'standing + 0')} <= ${standing}::integer`;
  const below = sql`standing + 0 > ${standing}::integer`;
  const wheres = isBegun
    ? [
        [looked(query, hit), above],
        [looked(query, solid), below],
      ]
    : [
        [looked(query, solid), above],
        [namesakes(query), rows(query, solid), below],
      ];
  if (query.people.length)
    wheres.push([sql`id = any(${query.people}::uuid[])`, rows(query, not(hit))]);
  const visible = visibleEntries(context.viewer);
  return {
    hits: (columns, order) => {
      const chosen = wheres.map(
        (where) =>
          sql`select ${join(columns, ', ')}, standing from directory_entry where ${every([visible, ...where])}`,
      );
      return sql`hit as materialized (
        select * from (${join(chosen, ' union all ')}) as chosen order by ${order} limit ${most}::integer
      )`;
    },
    told: [],
  };
}

const looked = (
  { narrowed, completions }: Query,
  condition: Condition,
  people: readonly string[] = [],
): Sql => whereOf(condition, narrowed.narrowings, people, lookedUp(completions));

const rows = ({ narrowed }: Query, condition: Condition): Sql =>
  whereOf(condition, narrowed.narrowings);

const MOST_NAMESAKES = 1_000;

const namesakes = ({ understanding }: Query): Sql =>
  sql`id = any(array(
    select id from directory_entry where name_keys && ${[nameKey(understanding.words)]}::text[] limit ${raw(String(MOST_NAMESAKES))}
  ))`;
