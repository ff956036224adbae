import type { Run } from '#server/common/inTransaction.ts';

/** About a day and a half of trying: each attempt waits longer than the one before. */
export const mostAttempts = 14;

/**
 * Legger i kø. Adds work to be done soon, in the transaction of what it follows from: both happen, or neither.
 *
 * What is in a payload lies in a table until the work is done: identifiers, and what is sealed; never an address, never a secret. Of
 * jobs with the same key only the last waits.
 */
export async function addJob(
  run: Run,
  task: string,
  payload: Readonly<Record<string, string>>,
  key: string,
  /** For how many seconds it waits before it is done. */
  seconds = 0,
): Promise<void> {
  await run(
    `select from graphile_worker.add_job($1::text, $2::json, max_attempts := $3::integer, job_key := $4::text,
       run_at := now() + make_interval(secs => $5::integer), priority := $6::integer)`,
    [task, JSON.stringify(payload), mostAttempts, key, seconds, somebodyWaits.has(task) ? -10 : 0],
  );
}

/** Somebody sits at a page until these are there: they go before all letters that wait. */
const somebodyWaits = new Set(['sendLinkCode', 'sendReceipt']);
