import type { Loosening } from '#schema/directory/Loosening.ts';
import { join, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { conditionsOf, without } from './conditions.ts';
import type { Query } from './findHits.ts';
import { whereOf } from './narrow.ts';
import { visibleEntries } from './visibleEntries.ts';

/** What to leave out of a question that found nothing, and how much one would then find; the most helpful first. One statement. */
export async function loosen(query: Query, context: Context): Promise<Loosening[]> {
  const { understanding, conditions, narrowed, asker, people } = query;
  const alternatives: { filter: string | null; word: string | null; where: Sql }[] = [];
  for (const { field } of narrowed.narrowings) {
    const others = narrowed.narrowings.filter((narrowing) => narrowing.field !== field);
    alternatives.push({
      filter: field,
      word: null,
      where: whereOf(conditions.hit, others, people),
    });
  }
  const words = new Set(
    understanding.groups.flatMap(({ divisions }) => divisions[0] ?? []).map(({ typed }) => typed),
  );
  for (const word of words) {
    const { hit } = conditionsOf(without(understanding, word), asker);
    alternatives.push({ filter: null, word, where: whereOf(hit, narrowed.narrowings) });
  }
  if (!alternatives.length) return [];
  const counts = alternatives.map(
    ({ where }) =>
      sql`(select count(*)::integer from directory_entry where ${visibleEntries(context.viewer)} and ${where})`,
  );
  const [row] = await context.reader.rows<number[]>(sql`select ${join(counts, ', ')}`);
  return alternatives
    .map(({ filter, word }, at) => ({ filter, word, count: row?.[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
