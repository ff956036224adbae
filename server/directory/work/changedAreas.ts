import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, later, raw, sql } from '#server/common/sql.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

const today = later(({ context }) => context.today);

/** All areas that are no more today: asked for once, however many organisations there are. */
const gone = sql`array(
  select area.number from area_change as change join area on area.code = change.old_code
  where change.changed_on <= ${today}::date
)`;

/** Those of an organisation. */
const itsGone = sql`array(
  select distinct it from unnest(o.served_areas || o.seat_number) as it where it = any(${gone}) order by 1
)`;

/** Kommuner som er endret. Organisations that belong to a municipality that is no more: renumbered, merged or parted. */
export const changedAreas = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.AREA,
  columns: { subject: raw('o.id::text'), organisation: raw('o.id'), areas: itsGone },
  from: raw('organisation as o'),
  where: every([
    // Where nothing has changed, as in most years, nobody is looked at.
    sql`(select exists (select from area_change as change where change.changed_on <= ${today}::date))`,
    sql`(o.seat_number = any(${gone}) or o.served_areas && ${gone})`,
    ofOrganisations(readModel),
  ]),
  isIt: isSubject('o'),
  order: { key: raw('o.id'), type: 'uuid' },
});
