import { areasOf } from '#server/access/scope.ts';
import type { Verdict } from '#server/common/ReadModel.ts';
import { column, type Later, later, type Sql, sql } from '#server/common/sql.ts';

const today = later(({ context }) => context.today);

/**
 * Whether a person belongs to one of the areas, or to all: by where they are of use, or by what serves the area and they belong to today.
 *
 * `person`: the column with their identifier. `areas`: a list of numbers; null is the whole country.
 */
export const isWithin = (
  person: Sql,
  areas: Later,
): Sql => sql`(${areas}::integer[] is null or exists (
    select from person where person.id = ${person} and person.areas && ${areas}::integer[]
  ) or exists (
    select from affiliation join organisation on organisation.id = affiliation.organisation_id
    where affiliation.person_id = ${person} and organisation.served_areas && ${areas}::integer[]
    and affiliation.since <= ${today}::date and coalesce(affiliation.until, 'infinity') >= ${today}::date
  ))`;

/** Virkeområde. Whether a person belongs to the viewer's scope. */
export const inScope: Verdict<'inScope'> = {
  name: 'inScope',
  whether: (alias) =>
    isWithin(
      column(alias, 'id'),
      later(({ context: { viewer } }) => areasOf(viewer?.scope ?? null)),
    ),
};
