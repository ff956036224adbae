import { DuplicateResolver } from './DuplicateResolver.ts';

export { duplicateRules } from './duplicateRules.ts';

/** What answers for duplicates. */
export const duplicateResolvers = [DuplicateResolver] as const;
