import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, raw } from '#server/common/sql.ts';
import { ofOrganisations } from './ofOrganisations.ts';
import { isSubject, type WorkSource } from './WorkSource.ts';

/** Forslag å avgjøre. What the registers of others propose, the oldest first. */
export const proposals = (readModel: ReadModel): WorkSource => ({
  kind: WorkKind.PROPOSAL,
  columns: {
    subject: raw('w.id::text'),
    organisation: raw('o.id'),
    proposal: raw('w.id'),
    since: raw(`(w.found_at at time zone 'Europe/Oslo')::date::text`),
  },
  from: raw('register_proposal as w join organisation as o on o.id = w.organisation_id'),
  where: every([raw(`w.state = 'open'`), ofOrganisations(readModel)]),
  isIt: isSubject('w'),
  order: { key: raw('w.found_at'), type: 'timestamptz' },
});
