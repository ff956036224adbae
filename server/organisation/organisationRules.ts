import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Whoever may write in the register corrects every organisation in it. */
export const mayCorrect = ({ permissions }: Viewer, _organisation: object): boolean =>
  permissions.has('register.write');

/** Who gets to organisations. */
export const organisationRules: AccessRules = {
  query: { organisation: 'register.read', healthTrusts: 'register.read' },
  mutation: { correctOrganisation: 'register.write' },
  types: {
    Organisation: 'register.read',
    OrganisationName: 'register.read',
    OrganisationContactPoint: 'register.read',
    OrganisationSource: 'register.read',
    OrganisationConnection: 'register.read',
    OrganisationEdge: 'register.read',
    Membership: 'register.read',
    Catchment: 'register.read',
  },
};
