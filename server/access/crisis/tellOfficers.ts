import type { EntityManager } from '@mikro-orm/postgresql';

import { Role } from '#schema/access/Role.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { runIn } from '#server/common/runIn.ts';

/** What they are told of. */
export type ToldOf = 'opened' | 'confirmed';

/**
 * Si fra til personvernombudet. Has a letter sent to each privacy officer who may sign in and has an address, in the transaction of what it
 * tells of: both happen, or neither. One letter for each of them, so that one address that fails keeps it from nobody else.
 */
export async function tellOfficers(
  em: EntityManager,
  breakGlassId: string,
  what: ToldOf,
): Promise<void> {
  const transaction = em.getTransactionContext();
  if (!transaction) throw new Error('Not in a transaction');
  const run = runIn(transaction);
  for (const id of await officersToTell(run)) {
    await addJob(
      run,
      'tellOfBreakGlass',
      { breakGlassId, officerId: id, what },
      `break-glass ${what} ${breakGlassId} ${id}`,
    );
  }
}

/** The privacy officers who may sign in and have an address. */
export async function officersToTell(run: Run): Promise<string[]> {
  const officers = await run<{ id: string }>(
    'select id from staff_user where role = $1 and disabled_at is null and email is not null',
    [Role.PRIVACY_OFFICER],
  );
  return officers.map(({ id }) => id);
}
