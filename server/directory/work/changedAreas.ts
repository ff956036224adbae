import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, later, raw, sql } from '#server/common/sql.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

const today = later(({ context }) => context.today);

/** Those areas of an organisation that are no more today. */
const gone = sql`array(
  select distinct area.number from area_change as change join area on area.code = change.old_code
  where change.changed_on <= ${today}::date and (area.number = o.seat_number or area.number = any(o.served_areas))
  order by 1
)`;

/** Kommuner som er endret. Organisations that belong to a municipality that is no more: renumbered, merged or parted. */
export const changedAreas = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.AREA,
  columns: { subject: raw('o.id::text'), organisation: raw('o.id'), areas: gone },
  from: raw('organisation as o'),
  where: every([
    sql`exists (
      select from area_change as change join area on area.code = change.old_code
      where change.changed_on <= ${today}::date and (area.number = o.seat_number or area.number = any(o.served_areas))
    )`,
    ofOrganisations(readModel),
  ]),
  isIt: isSubject('o'),
  order: { key: raw('o.id'), type: 'uuid' },
});
