import type { EntityManager } from '@mikro-orm/postgresql';

import { entities } from '#schema/entities.ts';

/** How far a load has come. */
export type OnProgress = (done: number, all: number) => void;

/** Puts new things into the tables, each kind before those that point at it. Much faster than a unit of work, which they don't need. */
export async function insertAll(
  em: EntityManager,
  things: readonly object[],
  onInserted: (count: number) => void = () => {},
): Promise<void> {
  for (const type of entities) {
    const ofType = things.filter(({ constructor }) => constructor === type);
    if (ofType.length === 0) continue;
    await em.insertMany(ofType);
    onInserted(ofType.length);
  }
}
