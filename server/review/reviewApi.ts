import { DeadlineResolver } from './deadline/DeadlineResolver.ts';
import { CallResolver } from './call/CallResolver.ts';
import { ProgressResolver } from './progress/ProgressResolver.ts';
import { LetterResolver } from './letter/LetterResolver.ts';
import { SuccessionResolver } from './handover/SuccessionResolver.ts';
import { ProposalResolver } from './proposal/ProposalResolver.ts';
import { RoundResolver } from './round/RoundResolver.ts';
import { QuietRuleResolver } from './stop/QuietRuleResolver.ts';
import { StopResolver } from './stop/StopResolver.ts';
import { VerificationResolver } from './VerificationResolver.ts';

export { deadlineRules } from './deadline/deadlineRules.ts';
export { callRules } from './call/callRules.ts';
export { letterRules } from './letter/letterRules.ts';
export { progressRules } from './progress/progressRules.ts';
export { reviewRules } from './reviewRules.ts';
export { roundRules } from './round/roundRules.ts';

/** What answers for the review. */
export const reviewResolvers = [
  VerificationResolver,
  ProposalResolver,
  StopResolver,
  QuietRuleResolver,
  RoundResolver,
  CallResolver,
  ProgressResolver,
  SuccessionResolver,
  LetterResolver,
  DeadlineResolver,
] as const;
