import {
  AffiliationHistoryResolver,
  OrganisationHistoryResolver,
  PersonHistoryResolver,
  TraceResolver,
} from './HistoryResolver.ts';

export { historyReads } from './historyReads.ts';
export { historyRules } from './historyRules.ts';

/** What answers for history. */
export const historyResolvers = [
  TraceResolver,
  OrganisationHistoryResolver,
  PersonHistoryResolver,
  AffiliationHistoryResolver,
] as const;
