/**
 * Tilstanden. Where a request stands, worked out from its moments and never kept: SQL over the table's alias.
 *
 * What was answered counts before all else. What came back is told before what could not be sent; whoever has opened it is not silent.
 */
export const requestState = (r: string): string => `case
  when ${r}.outcome is not null then ${r}.outcome
  when ${r}.hindrance is not null then 'hindered'
  when ${r}.bounced_at is not null then 'bounced'
  when ${r}.opened_at is not null then 'opened'
  when ${r}.sent_at is not null then 'silent'
  when ${r}.failed_at is not null then 'failed'
  else 'queued' end`;
