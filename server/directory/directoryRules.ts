import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the directory. */
export const directoryRules: AccessRules = {
  query: {
    search: 'register.read',
    organisations: 'register.read',
    people: 'register.read',
  },
  types: {
    SearchConnection: 'register.read',
    SearchEdge: 'register.read',
    OrganisationHit: 'register.read',
    PersonHit: 'register.read',
    PersonConnection: 'register.read',
    PersonEdge: 'register.read',
    DirectoryFacets: 'register.read',
    FacetValue: 'register.read',
    UnderstoodWord: 'register.read',
    MatchReason: 'register.read',
    Loosening: 'register.read',
  },
};
