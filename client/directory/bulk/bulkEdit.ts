import { graphql } from '#client/graphql.ts';

export const BulkEdit_edit = graphql(`
  fragment BulkEdit_edit on BulkEdit {
    id
    action
    label
    state
    chosen
    toChange
    done
    changed
    leftCount
    left {
      id
      name
    }
    refusals {
      reason
      count
      names
    }
  }
`);

export const PrepareBulkEdit_mutation = graphql(
  `
    mutation PrepareBulkEdit($input: PrepareBulkEditInput!) {
      prepareBulkEdit(input: $input) {
        ...BulkEdit_edit
      }
    }
  `,
  [BulkEdit_edit],
);

export const ApplyBulkEdit_mutation = graphql(
  `
    mutation ApplyBulkEdit($input: ApplyBulkEditInput!) {
      applyBulkEdit(input: $input) {
        ...BulkEdit_edit
      }
    }
  `,
  [BulkEdit_edit],
);

export const BulkEdit_query = graphql(
  `
    query BulkEdit($id: ID!) {
      bulkEdit(id: $id) {
        ...BulkEdit_edit
      }
    }
  `,
  [BulkEdit_edit],
);

export const UndoBulkEdit_mutation = graphql(`
  mutation UndoBulkEdit($input: UndoBatchInput!) {
    undoBatch(input: $input) {
      id
      state
    }
  }
`);

/** What is changed with them, and what shows them. */
export const bulkContext = {
  additionalTypenames: ['Organisation', 'OrganisationHit', 'SearchConnection', 'BulkEdit'],
};
