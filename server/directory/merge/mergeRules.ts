import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Of two records, whether they are in the scope of the one who asks. */
export interface BothPlaced {
  readonly areInScope: boolean;
}

/** Whoever looks after the register makes two records of their own scope one, and two again. */
export const mayMerge = ({ permissions }: Viewer, { areInScope }: BothPlaced): boolean =>
  permissions.has('register.merge') && areInScope;

/** Who gets to merging. What was merged stands in the history, for those who read that. */
export const mergeRules: AccessRules = {
  query: { mergePreview: 'register.merge', merges: 'history.read', mergedHistory: 'history.read' },
  mutation: {
    mergeOrganisations: 'register.merge',
    mergePeople: 'register.merge',
    unmerge: 'register.merge',
  },
  types: {
    MergeInput: 'register.merge',
    UnmergeInput: 'register.merge',
    MergedField: 'register.merge',
    MergePreview: 'register.merge',
    MergeCount: 'register.merge',
    Merge: 'history.read',
    MergePermissions: 'history.read',
  },
};
