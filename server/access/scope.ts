/**
 * Virkeområde. The areas in which somebody works, with what they lie in up to the county; null is the whole country.
 *
 * It limits what a permission gives: where a rule asks for it, and nowhere else.
 */
export type Scope = ReadonlySet<number> | null;

/** Whether something that belongs to these areas is within a scope. What belongs to no area is the whole country's. */
export const touches = (scope: Scope, areas: readonly number[]): boolean =>
  scope === null || areas.some((area) => scope.has(area));

/** A scope as it comes from the database. */
export const scopeOf = (areas: readonly number[] | null): Scope => (areas ? new Set(areas) : null);

/** A scope as it goes to the database: a list of areas, or null. */
export const areasOf = (scope: Scope): number[] | null => (scope ? [...scope] : null);

/** Whether two are the same. */
export const isSameScope = (one: Scope, other: Scope): boolean =>
  one === null || other === null
    ? one === other
    : one.size === other.size && [...one].every((area) => other.has(area));

/**
 * The areas of a scope as a column, asked for only where there is one: most have none, and each request asks.
 *
 * `of`: the table with the scope. `now`: the place of the moment among the values of the statement.
 */
export const areasColumn = (of: string, now: string): string =>
  `case when num_nonnulls(${of}.scope_organisation_id, ${of}.scope_area_number) > 0 then
     areas_in_scope(${of}.scope_organisation_id, ${of}.scope_area_number, (${now}::timestamptz at time zone 'Europe/Oslo')::date)
   end as areas`;
