import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, raw } from '#server/common/sql.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

/** Kontaktpunkt som ikke virket. Addresses of organisations from which something came back, the longest ago first. */
export const bouncedOrganisations = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.BOUNCED,
  columns: {
    subject: raw('w.id::text'),
    organisation: raw('o.id'),
    channel: raw('w.channel'),
    since: raw('w.bounced_on::text'),
  },
  from: raw('organisation_contact_point as w join organisation as o on o.id = w.organisation_id'),
  where: every([
    raw('w.bounced_on is not null'),
    visibleContactPoints('w'),
    ofOrganisations(readModel),
  ]),
  isIt: isSubject('w'),
  order: { key: raw('w.bounced_on'), type: 'date' },
});
