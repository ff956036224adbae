import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, raw } from '#server/common/sql.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { ofPeople } from './ofPeople.ts';
import { isSubject, personCalled, type WorkSource } from './WorkSource.ts';

/** Kontaktpunkt som ikke virket. Of people it is told that, and by which way; never the address. */
export const bouncedPeople = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.BOUNCED,
  columns: {
    subject: raw('w.id::text'),
    person: personCalled('p'),
    channel: raw('w.channel'),
    since: raw('w.bounced_on::text'),
  },
  from: raw('person_contact_point as w join person as p on p.id = w.person_id'),
  where: every([raw('w.bounced_on is not null'), visibleContactPoints('w'), ofPeople(readModel)]),
  isIt: isSubject('w'),
  order: { key: raw('w.bounced_on'), type: 'date' },
});
