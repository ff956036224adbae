import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the directory. */
export const directoryRules: AccessRules = {
  query: {
    search: 'directory.search',
    organisations: 'directory.search',
    people: 'directory.search',
    archivedOrganisations: 'register.write',
    archivedPeople: 'register.write',
  },
  types: {
    DirectoryFilter: 'directory.search',
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
    MatchKind: 'register.read',
    RecordKind: 'register.read',
    TermKind: 'register.read',
  },
};
