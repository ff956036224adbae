import type { AccessRules } from '#server/access/rules.ts';
import { touches } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Where an organisation belongs: the areas that it serves, else that of its seat. */
export const placesOf = ({ servedAreas, seat }: Placed): readonly number[] =>
  servedAreas.length || seat === null ? servedAreas : [seat];

/** What of an organisation says where it belongs. */
export interface Placed {
  readonly servedAreas: readonly number[];
  readonly seat: number | null;
}

/** Whoever may write in the register corrects the organisations in their scope. */
export const mayCorrect = ({ permissions, scope }: Viewer, organisation: Placed): boolean =>
  permissions.has('register.write') && touches(scope, placesOf(organisation));

/** Whoever corrects an organisation may also ask it itself. */
export const maySendLink = (viewer: Viewer, organisation: Placed): boolean =>
  viewer.permissions.has('link.issue') && mayCorrect(viewer, organisation);

/** Who gets to organisations. */
export const organisationRules: AccessRules = {
  query: { organisation: 'register.read', healthTrusts: 'directory.search' },
  mutation: {
    correctOrganisation: 'register.write',
    createOrganisation: 'register.write',
    editOrganisation: 'register.write',
    archiveOrganisation: 'register.write',
    restoreOrganisation: 'register.write',
  },
  types: {
    Organisation: 'register.read',
    OrganisationName: 'register.read',
    OrganisationContactPoint: 'register.read',
    OrganisationSource: 'register.read',
    OrganisationConnection: 'register.read',
    OrganisationEdge: 'register.read',
    OrganisationPermissions: 'register.read',
    Membership: 'register.read',
    Catchment: 'register.read',
    CareKind: 'register.read',
    ContactAudience: 'register.read',
    ContactChannel: 'register.read',
    NameUse: 'register.read',
    OrganisationKind: 'register.read',
    CorrectOrganisationInput: 'register.write',
    CorrectedContactPoint: 'register.write',
    CreateOrganisationInput: 'register.write',
    EditOrganisationInput: 'register.write',
    ArchiveOrganisationInput: 'register.write',
    OrganisationNameInput: 'register.write',
    OrganisationContactPointInput: 'register.write',
    MembershipInput: 'register.write',
  },
};
