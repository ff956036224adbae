import { every, join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { nameKey } from './entryOf.ts';
import type { Query } from './Query.ts';
import { tags } from './lexemes.ts';
import { inIndex, matches, ofTheIndex, whereOf } from './whereOf.ts';
import { endOf, LOTS, standsWithin } from './standing.ts';
import { type Condition, lexeme, not, or } from './tsquery.ts';
import { visibleEntries } from './visibleEntries.ts';

/** So many hits are counted, ordered and told apart. What has more is narrowed by whoever asks, not read to its end. */
export const MOST_HITS = 10_000;

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
}

/** Which hits to read. */
export interface Choice {
  /** A query named `hit` with these columns, and what it needs; where only some are chosen, the first in this order. */
  readonly hits: (columns: readonly Sql[], order: Sql) => Sql;
  /** What else the statement tells, as rows beside those of its hits. */
  readonly told: readonly Sql[];
}

/** So many hits among those drawn tell how many there are within a sixth. */
const ENOUGH = 44;
/** A little more is read than wanted, for an estimate may be low. */
const MARGIN = 1.125;

/** Drawn by lot: from so many lots that with more hits than this there are enough among the drawn. */
function isDrawn(most: number): Sql {
  const lots = Math.min(LOTS, Math.max(1, Math.round((LOTS * ENOUGH) / (most * MARGIN))));
  return inIndex(or(...Array.from({ length: lots }, (_, lot) => lexeme(tags.lot(lot)))));
}

/** How many hits there are; null where there are more than are counted. */
export function countOf(query: Query, { most, context }: Limits): Sql {
  const where = every([
    visibleEntries(context.viewer),
    looked(query, query.conditions.hit, query.people),
  ]);
  return sql`case when (select count(*) from directory_sought where ${isDrawn(most)} and ${where}) < ${ENOUGH}
    then (select count(*) from directory_sought where ${where}) end::integer`;
}

/**
 * Bredde. All hits, unless there are too many: then none, and the cut beneath which the first of them lie.
 *
 * How many there are, and where the cut is, tell those hits that were drawn by lot: they stand like all the others.
 */
export function unlessBroad(query: Query, { most, context }: Limits): Choice {
  const { hit, solid } = query.conditions;
  const where = every([visibleEntries(context.viewer), looked(query, hit, query.people)]);
  return {
    hits: (columns) => sql`cut as materialized (
        select case when ${matches(solid)} then 0 else 1 end as begun, standing
        from directory_sought where ${isDrawn(most)} and ${where}
        order by begun, standing offset ${ENOUGH - 1}::integer limit 1
      ), hit as materialized (
        select ${join(columns, ', ')} from directory_sought where not exists (select from cut) and ${where}
      )`,
    told: [raw(`select 'cut', null, standing, json_build_array(begun) from cut`)],
  };
}

/** The first of the hits: those whose very name was typed, then the best standing. */
export function firstOf(
  query: Query,
  { isBegun, standing }: Cut,
  { most, context }: Limits,
): Choice {
  const { hit, solid } = query.conditions;
  const { narrowings } = query.narrowed;
  const all = (condition: Condition) => looked(query, condition);
  const above = (condition: Condition) =>
    every([
      whereOf(condition, narrowings, [], ofTheIndex(query.completions, standing)),
      // The times of a filter end at the cut themselves.
      ...(narrowings.some(({ verified }) => verified)
        ? []
        : [inIndex(standsWithin([[0, standing]]))]),
    ]);
  // Exactly what the ranges of the index leave out.
  const below = sql`standing > ${endOf(standing)}::integer`;
  const isNamed = inIndex(lexeme(tags.name(nameKey(query.understanding.words))));
  const wheres = isBegun
    ? [above(hit), every([all(solid), below])]
    : [above(solid), every([all(solid), isNamed, below])];
  if (query.people.length) {
    const others = whereOf(not(hit), narrowings);
    wheres.push(every([sql`id = any(${query.people}::uuid[])`, others]));
  }
  const visible = visibleEntries(context.viewer);
  return {
    hits: (columns, order) => {
      const chosen = wheres.map(
        (where) =>
          sql`select ${join(columns, ', ')}, standing from directory_sought where ${every([visible, where])}`,
      );
      return sql`hit as materialized (
        select * from (${join(chosen, ' union all ')}) as chosen order by ${order} limit ${most}::integer
      )`;
    },
    told: [],
  };
}

/** All hits of a question, however many. */
export const allOf = (query: Query): Sql => looked(query, query.conditions.hit, query.people);

const looked = (
  { narrowed, completions }: Query,
  condition: Condition,
  people: readonly string[] = [],
): Sql => whereOf(condition, narrowed.narrowings, people, ofTheIndex(completions));
