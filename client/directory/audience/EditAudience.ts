import { graphql } from '#client/graphql.ts';

export const EditAudience_mutation = graphql(`
  mutation EditAudience($input: EditAudienceInput!) {
    editAudience(input: $input) {
      id
      version
    }
  }
`);
