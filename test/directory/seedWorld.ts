import { inject } from 'vitest';

import { loadDemo } from '#seeds/demo.ts';
import { loadReference } from '#seeds/reference.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { runIn } from '#server/common/runIn.ts';
import { cloneOf, personalKey, today, type World, worldOver } from '#test/support/world.ts';

/** The register as the demo has it, in a database of its own, and how long the directory took to build. */
export async function openSeedWorld(): Promise<{
  world: World;
  built: number;
  entries: number;
  close: () => Promise<void>;
}> {
  const database = await cloneOf(inject('templateUrl'));
  await loadReference(database.orm.em);
  await loadDemo(database.orm.em, { today, key: personalKey });
  const begun = performance.now();
  const entries = await database.orm.em.fork().transactional(async (em) => {
    const transaction = em.getTransactionContext();
    if (!transaction) throw new Error('Not in a transaction');
    return refreshDirectory(runIn(transaction), today);
  });
  const built = performance.now() - begun;
  return { world: await worldOver(database), built, entries, close: () => database.close() };
}
