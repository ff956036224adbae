import type { Run } from '#server/common/inTransaction.ts';

/** When the register is frozen in a round. */
export type SnapshotMoment = 'start' | 'end';

/**
 * Fryser. Keeps what the register says of all whom a round is about, at its start or its end, in one statement and in the transaction of `run`.
 *
 * Whoever has been put away, or is one with another, is in it no more. Taken twice it is as it was the first time.
 */
export const takeSnapshot = (run: Run, roundId: string, moment: SnapshotMoment): Promise<unknown> =>
  run(
    `insert into review_snapshot (round_id, moment, organisation_id, facts)
     select $1, $2, f.organisation_id, f.facts
     from review_request r join organisation_facts f on f.organisation_id = r.organisation_id
     where r.round_id = $1 on conflict do nothing`,
    [roundId, moment],
  );
