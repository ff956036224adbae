import type { Loosening } from '#schema/directory/Loosening.ts';
import { join, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { countOf, MOST_HITS } from './breadth.ts';
import { conditionsOf, without } from './conditions.ts';
import type { Query } from './findHits.ts';
import { ofTheIndex, whereOf } from './narrow.ts';

/** What to leave out of a question that found nothing, and how much one would then find; the most helpful first. One statement. */
export async function loosen(
  query: Query,
  context: Context,
  most = MOST_HITS,
): Promise<Loosening[]> {
  const { understanding, conditions, narrowed, asker, people } = query;
  const asked = ofTheIndex(query.completions);
  const alternatives: { filter: string | null; word: string | null; where: Sql }[] = [];
  for (const { field } of narrowed.narrowings) {
    const others = narrowed.narrowings.filter((narrowing) => narrowing.field !== field);
    const where = whereOf(conditions.hit, others, people, asked);
    alternatives.push({ filter: field, word: null, where });
  }
  const words = new Set(
    understanding.groups.flatMap(({ divisions }) => divisions[0] ?? []).map(({ typed }) => typed),
  );
  for (const word of words) {
    const { hit } = conditionsOf(without(understanding, word), asker);
    const where = whereOf(hit, narrowed.narrowings, [], asked);
    alternatives.push({ filter: null, word, where });
  }
  if (!alternatives.length) return [];
  const counts = alternatives.map(({ where }) => countOf(where, { most, context }));
  const [row = []] = await context.reader.rows<(number | null)[]>(
    sql`select ${join(counts, ', ')}`,
  );
  return alternatives
    .map(({ filter, word }, at) => {
      const count = row[at] ?? null;
      return { filter, word, count: count ?? most, isCapped: count === null };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
