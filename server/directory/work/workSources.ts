import type { ReadModel } from '#server/common/ReadModel.ts';
import { bouncedOrganisations } from './bouncedOrganisations.ts';
import { bouncedPeople } from './bouncedPeople.ts';
import { changedAreas } from './changedAreas.ts';
import { duplicateOrganisations } from './duplicateOrganisations.ts';
import { duplicatePeople } from './duplicatePeople.ts';
import { due } from './due.ts';
import { proposals } from './proposals.ts';
import { withoutContact } from './withoutContact.ts';
import type { WorkSource } from './WorkSource.ts';

/** Alt arbeid. Every source of things to do, the most urgent first; a new kind is a file and a line here. */
export const workSources: readonly ((readModel: ReadModel) => WorkSource)[] = [
  proposals,
  changedAreas,
  withoutContact,
  bouncedOrganisations,
  bouncedPeople,
  duplicateOrganisations,
  duplicatePeople,
  due,
];
