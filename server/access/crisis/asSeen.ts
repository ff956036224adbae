import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { isUuid } from '#server/common/isUuid.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The record, locked, as it was when somebody saw it. Throws NOT_FOUND, CONFLICT (STALE_VERSION). */
export async function asSeen<Entity extends Versioned>(
  context: Context,
  em: EntityManager,
  type: new (...args: never[]) => Entity,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
): Promise<Entity> {
  const found = isUuid(id)
    ? await em.findOne(type, { id } as never, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!found) throw new NotFound(type.name);
  if (found.version !== expectedVersion) {
    throw await staleVersion(context, { type, id, version: expectedVersion });
  }
  return found as Entity;
}
