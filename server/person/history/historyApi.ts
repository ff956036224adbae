import {
  AffiliationHistoryResolver,
  OrganisationHistoryResolver,
  PersonHistoryResolver,
  ContactTrialResolver,
  TraceResolver,
} from './HistoryResolver.ts';

export { historyReads } from './historyReads.ts';
export { historyRules } from './historyRules.ts';

/** What answers for history. */
export const historyResolvers = [
  ContactTrialResolver,
  TraceResolver,
  OrganisationHistoryResolver,
  PersonHistoryResolver,
  AffiliationHistoryResolver,
] as const;
