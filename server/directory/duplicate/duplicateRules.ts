import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to duplicates: on entry, whoever enters; the list, whoever may do something about it. */
export const duplicateRules: AccessRules = {
  query: { possibleDuplicates: 'register.write' },
  types: {
    PossibleDuplicatesInput: 'register.write',
    PossibleDuplicate: 'register.write',
    DuplicateReasonKind: 'register.write',
  },
};
