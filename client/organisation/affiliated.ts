import { graphql, type ResultOf } from '#client/graphql.ts';

/** What somebody is to an organisation, as it is edited. */
export const affiliated_affiliation = graphql(`
  fragment affiliated_affiliation on Affiliation {
    id
    version
    role
    title
    since
    until
    isPrimary
    leavesWithoutContact
    viewerMay {
      edit
    }
    person {
      id
      name
    }
    organisation {
      id
      name
    }
  }
`);

export type Affiliated = ResultOf<typeof affiliated_affiliation>;

/** All that people are and were to an organisation: who could come after, and what stands there now. */
export const Affiliated_query = graphql(
  `
    query Affiliated($id: ID!) {
      organisation(id: $id) {
        id
        affiliations(current: null, first: 100) {
          nodes {
            id
            ...affiliated_affiliation
          }
        }
      }
    }
  `,
  [affiliated_affiliation],
);

export const roles = [
  'LEADER',
  'DEPUTY_LEADER',
  'BOARD_MEMBER',
  'CONTACT',
  'SECRETARY',
  'COORDINATOR',
  'VOLUNTEER',
  'EMPLOYEE',
] as const;

export type AffiliatedRole = (typeof roles)[number];

/** Where it is told what people are to organisations. */
export const affiliatedContext = {
  additionalTypenames: [
    'Affiliation',
    'AffiliationConnection',
    'Person',
    'Organisation',
    'Change',
    'SearchConnection',
  ],
};
