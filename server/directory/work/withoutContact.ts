import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, later, raw, sql } from '#server/common/sql.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

const today = later(({ context }) => context.today);

/**
 * Uten gyldig kontakt. Organisations that nothing reaches: no address of their own that works, and nobody to ask first who has one. It is what the
 * database calls `organisation_without_contact`, said of many at once: asked of each, a large register would take minutes.
 */
export const withoutContact = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.WITHOUT_CONTACT,
  columns: { subject: raw('o.id::text'), organisation: raw('o.id') },
  from: raw('organisation as o'),
  where: every([
    raw(`not exists (
      select from organisation_contact_point as c
      where c.organisation_id = o.id and c.bounced_on is null
    )`),
    sql`not exists (
      select from affiliation as a join person_contact_point as c on c.person_id = a.person_id
      where a.organisation_id = o.id and a.is_primary and c.bounced_on is null
        and a.since <= ${today}::date and coalesce(a.until, 'infinity') >= ${today}::date
    )`,
    ofOrganisations(readModel),
  ]),
  isIt: isSubject('o'),
  order: { key: raw('o.id'), type: 'uuid' },
});
