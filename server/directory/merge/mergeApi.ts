import { MergeResolver } from './MergeResolver.ts';

export { mergeRules } from './mergeRules.ts';

/** What answers for merging. */
export const mergeResolvers = [MergeResolver] as const;
