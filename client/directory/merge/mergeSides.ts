import { graphql } from '#client/graphql.ts';

export const MergedOrganisation_organisation = graphql(`
  fragment MergedOrganisation_organisation on Organisation {
    id
    version
    name
    kind
    number
    openedOn
    closedOn
    seat {
      code
      name
    }
    parent {
      id
      name
    }
    membership {
      count
      year
    }
    freshness {
      verifiedOn
    }
    languages {
      code
      name
    }
    communities {
      code
      name
    }
    topics {
      code
      name
    }
    servedAreas {
      code
      name
    }
    contactPoints {
      id
      channel
      value
    }
    affiliations(current: true, first: 1) {
      totalCount
    }
  }
`);

export const MergedPerson_person = graphql(`
  fragment MergedPerson_person on Person {
    id
    version
    name
    freshness {
      verifiedOn
    }
    areas {
      code
      name
    }
    topics {
      code
      name
    }
    willingness
    languages {
      language {
        code
        name
      }
    }
    contactPoints {
      id
      channel
      value
    }
    affiliations(current: true, first: 5) {
      nodes {
        id
        role
        organisation {
          id
          name
        }
      }
    }
  }
`);

export const MergeOrganisations_query = graphql(
  `
    query OrganisationsToMerge($one: ID!, $other: ID!) {
      one: organisation(id: $one) {
        ...MergedOrganisation_organisation
      }
      other: organisation(id: $other) {
        ...MergedOrganisation_organisation
      }
    }
  `,
  [MergedOrganisation_organisation],
);

export const MergePeople_query = graphql(
  `
    query PeopleToMerge($one: ID!, $other: ID!) {
      one: person(id: $one) {
        ...MergedPerson_person
      }
      other: person(id: $other) {
        ...MergedPerson_person
      }
    }
  `,
  [MergedPerson_person],
);

export const MergePreview_query = graphql(`
  query MergePreview($kind: RecordKind!, $survivor: ID!, $loser: ID!) {
    mergePreview(kind: $kind, survivorId: $survivor, loserId: $loser) {
      survivorId
      loserId
      refusal
      haveDifferentNumbers
      counts {
        what
        moved
        same
        changed
      }
    }
  }
`);

export const MergeOrganisations_mutation = graphql(`
  mutation MergeOrganisations($input: MergeInput!) {
    merged: mergeOrganisations(input: $input) {
      id
      name
    }
  }
`);

export const MergePeople_mutation = graphql(`
  mutation MergePeople($input: MergeInput!) {
    merged: mergePeople(input: $input) {
      id
      name
    }
  }
`);
