import { OptimisticLockError } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { Context } from '#server/context.ts';
import { Busy, Unauthenticated } from '#server/problems.ts';
import { writtenBy } from './ChangeLogSubscriber.ts';
import type { Deed } from './FieldChange.ts';
import { isBusy } from './isBusy.ts';
import { staleVersion } from './staleVersion.ts';

/**
 * Endrer. Does a use case's work on entities in one transaction: rows, change log, and what follows the register.
 *
 * The change log is written from the unit of work, so that nothing is told by hand and nothing is left out. Of two who change the same
 * version of a record, the second gets CONFLICT (STALE_VERSION). What is a list of fields `changeRecords` writes faster, and can take back.
 */
export async function change<Result>(
  context: Context,
  deed: Deed,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const { viewer, now, requestId, personalKey, database } = context;
  if (!viewer) throw new Unauthenticated();
  await context.certain;
  try {
    return await database.orm.em.fork().transactional((em) => {
      writtenBy(em, { ...deed, viewer, now, requestId, personalKey });
      return work(em);
    });
  } catch (error) {
    if (isBusy(error)) throw new Busy();
    if (!(error instanceof OptimisticLockError)) throw error;
    const { constructor, id, version } = error.getEntity() as { id: string; version: number };
    throw await staleVersion(context, { type: constructor as never, id, version });
  }
}
