import type { Run } from './inTransaction.ts';

/**
 * Følger. Something derived from the register that keeps up with a change, in the change's own transaction.
 *
 * It is told which records have changed, after their rows have. `today` is the day of the one who asks.
 */
export type Follower = (run: Run, ids: readonly string[], today: string) => Promise<unknown>;
