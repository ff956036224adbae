import { graphql, type VariablesOf } from '#client/graphql.ts';

export const ClaimCall = graphql(`
  mutation ClaimCall($requestId: ID!) {
    claimCall(input: { requestId: $requestId }) {
      by
      until
    }
  }
`);

export const ReleaseCall = graphql(`
  mutation ReleaseCall($requestId: ID!) {
    releaseCall(input: { requestId: $requestId })
  }
`);

export const NoteCall = graphql(`
  mutation NoteCall($input: NoteCallInput!) {
    noteCall(input: $input)
  }
`);

export const UndoCall = graphql(`
  mutation UndoCall($id: ID!) {
    undoCall(input: { id: $id })
  }
`);

export type NotedCall = VariablesOf<typeof NoteCall>['input'];
export type Outcome = NotedCall['outcome'];

export const callContext = {
  additionalTypenames: [
    'CallListPage',
    'CallListItem',
    'Organisation',
    'GroupFreshness',
    'ChangeConnection',
  ],
};

/** In the order of their keys: 1 to 7. */
export const outcomes: readonly Outcome[] = [
  'CONFIRMED',
  'CHANGED',
  'LATER',
  'NO_ANSWER',
  'WRONG_NUMBER',
  'NEW_CONTACT',
  'DECLINED',
];
