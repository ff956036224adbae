import { column, type Later, type Sql, sql } from '#server/common/sql.ts';

/**
 * Hører hjemme i. Whether an organisation belongs to one of the areas, or to all: `placesOf` and `touches` in SQL. What belongs to no area is the
 * whole country's.
 *
 * `alias`: of its table. `areas`: a list of numbers; null is the whole country.
 */
export const isPlacedWithin = (alias: string, areas: Later | Sql): Sql =>
  sql`(${areas}::integer[] is null or case when ${column(alias, 'served_areas')} = '{}'
    then coalesce(${column(alias, 'seat_number')} = any(${areas}::integer[]), false)
    else ${column(alias, 'served_areas')} && ${areas}::integer[] end)`;
