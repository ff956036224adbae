import type { EntityName } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Makes the rows say what the facts say: those that are missing are added, those that differ are changed, the rest is left alone.
 *
 * Changes come first, so that a period can end before the next one begins. Rows without a fact stay: somebody may point at them.
 */
export async function keepTrue<Entity extends object>(
  em: EntityManager,
  type: EntityName<Entity>,
  key: keyof Entity & string,
  facts: readonly Entity[],
): Promise<void> {
  const comparator = em.getComparator();
  const there: Entity[] = await em.find(type, {});
  const rows = new Map(there.map((row) => [row[key], row]));
  const missing: Entity[] = [];
  for (const fact of facts) {
    const row = rows.get(fact[key]);
    if (row) em.assign(row, comparator.prepareEntity(fact) as never);
    else missing.push(fact);
  }
  await em.flush();
  if (missing.length > 0) await em.insertMany(missing);
}
