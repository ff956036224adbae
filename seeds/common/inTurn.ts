import type { EntityManager } from '@mikro-orm/postgresql';

/** Any number will do, as long as every load takes the same. */
const lock = 5_316_002;

/** Runs a load in a transaction of its own. Loads wait for each other: two servers may start at once, and both load. */
export function inTurn<Result>(
  em: EntityManager,
  load: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  return em.fork().transactional(async (inner) => {
    await inner.execute("set local lock_timeout = '60s'; set local statement_timeout = '60s'");
    // Between two statements a busy machine may think for long.
    await inner.execute('set local idle_in_transaction_session_timeout = 0');
    await inner.execute(`select pg_advisory_xact_lock(${lock})`);
    return load(inner);
  });
}
