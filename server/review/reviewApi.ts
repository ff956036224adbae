import { ProposalResolver } from './proposal/ProposalResolver.ts';
import { StopResolver } from './stop/StopResolver.ts';
import { VerificationResolver } from './VerificationResolver.ts';

export { reviewRules } from './reviewRules.ts';

/** What answers for the review. */
export const reviewResolvers = [VerificationResolver, ProposalResolver, StopResolver] as const;
