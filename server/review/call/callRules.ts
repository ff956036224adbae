import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the call list. */
export const callRules: AccessRules = {
  query: {
    callList: 'review.call',
    callListItem: 'review.call',
    callerLanguages: 'review.call',
  },
  mutation: {
    claimCall: 'review.call',
    releaseCall: 'review.call',
    noteCall: 'review.call',
    undoCall: 'review.call',
    setCallerLanguages: 'review.call',
  },
  types: {
    CallListItem: 'review.call',
    CallListPage: 'review.call',
    CallChoice: 'review.call',
    CallReason: 'review.call',
    CallOutcome: 'review.call',
    CallInput: 'review.call',
    NoteCallInput: 'review.call',
    UndoCallInput: 'review.call',
    SetCallerLanguagesInput: 'review.call',
  },
};
