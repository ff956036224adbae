import { areasOf } from '#server/access/scope.ts';
import type { Verdict } from '#server/common/ReadModel.ts';
import { column, later, type Sql, sql } from '#server/common/sql.ts';

const today = later(({ context }) => context.today);
const areas = later(({ context: { viewer } }) => areasOf(viewer?.scope ?? null));

/** Whether an organisation belongs to the viewer's scope: the same as `mayCorrect` asks of it, for many rows at once. */
export const isInViewersScope = (organisation: string): Sql => {
  const [served, seat] = [
    column(organisation, 'served_areas'),
    column(organisation, 'seat_number'),
  ];
  return sql`(${areas}::integer[] is null or ${areas}::integer[] &&
    case when ${served} = '{}' and ${seat} is not null then array[${seat}] else ${served} end)`;
};

/** Virkeområde. Whether an affiliation is with an organisation that belongs to the viewer's scope. */
export const organisationInScope: Verdict<'inScope'> = {
  name: 'inScope',
  whether: (alias) => sql`(${areas}::integer[] is null or exists (
    select from organisation as o where o.id = ${column(alias, 'organisation_id')} and ${isInViewersScope('o')}
  ))`,
};

/** Whether nobody knows how to reach the organisation on the day after its last one; today, while it lasts. The same as `lacksContact` then says. */
export const isLastContact: Verdict<'isLastContact'> = {
  name: 'isLastContact',
  whether: (alias) => sql`(not organisation_has_contact(${column(alias, 'organisation_id')},
    greatest(${column(alias, 'until')} + 1, ${today}::date), ${column(alias, 'id')}))`,
};
