import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import { shortestDeadline, usualMonths } from '#server/common/deadlineMonths.ts';
import { dayAt, freshnessLimits } from '#server/common/freshnessOf.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, later, raw, sql } from '#server/common/sql.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

const fresh = later(({ context }) => freshnessLimits(context.today).fresh);
const freshFor = (months: number) =>
  later(({ context }) => dayAt(freshnessLimits(context.today).fresh, months));

/**
 * Skal bekreftes. Organisations that nobody has vouched for within their deadline, 24 months where none is set for them; those who have waited
 * the longest for somebody to do so come first.
 *
 * The index is read up to the last day that can be due at all: that of the shortest deadline, where somebody has a shorter one than usual.
 */
export const due = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.DUE,
  columns: {
    subject: raw('o.id::text'),
    organisation: raw('o.id'),
    since: raw('o.verified_on::text'),
  },
  from: raw('organisation as o'),
  where: every([
    raw('o.verified_on is not null'),
    sql`o.verified_on < (select case when exists (select from organisation where due_months < ${raw(String(usualMonths))})
      then ${freshFor(shortestDeadline)} else ${freshFor(usualMonths)} end::date)`,
    sql`o.verified_on < (${fresh}::date[])[o.due_months]`,
    ofOrganisations(readModel),
  ]),
  isIt: isSubject('o'),
  order: { key: raw('o.verified_on'), type: 'date' },
});
