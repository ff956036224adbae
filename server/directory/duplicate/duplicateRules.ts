import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to duplicates: on entry, whoever enters; the list, whoever may do something about it. */
export const duplicateRules: AccessRules = {
  query: { possibleDuplicates: 'register.write', duplicates: 'register.merge' },
  mutation: { dismissDuplicate: 'register.merge', reviveDuplicate: 'register.merge' },
  types: {
    PossibleDuplicatesInput: 'register.write',
    PossibleDuplicate: 'register.write',
    DuplicateReasonKind: 'register.write',
    DuplicateFilter: 'register.merge',
    DuplicatePair: 'register.merge',
    DuplicatePairConnection: 'register.merge',
    DuplicatePairEdge: 'register.merge',
    DuplicateSide: 'register.merge',
    DuplicateDecision: 'register.merge',
    DuplicatePermissions: 'register.merge',
    DecideDuplicateInput: 'register.merge',
  },
};
