import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, later, raw, sql } from '#server/common/sql.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

const fresh = later(({ context }) => freshnessLimits(context.today).fresh);

/** Skal bekreftes. Organisations that nobody has vouched for in 24 months, the longest first. */
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
    sql`o.verified_on < ${fresh}::date`,
    ofOrganisations(readModel),
  ]),
  isIt: isSubject('o'),
  order: { key: raw('o.verified_on'), type: 'date' },
});
