import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to organisations. */
export const organisationRules: AccessRules = {
  query: { organisation: 'register.read', healthTrusts: 'register.read' },
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
