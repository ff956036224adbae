import type { Loosening } from '#schema/directory/Loosening.ts';
import { join, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { countOf, MOST_HITS } from './breadth.ts';
import { conditionsOf, without } from './conditions.ts';
import type { Query } from './Query.ts';
import type { Wanted } from './Hits.ts';

/** What to leave out of a question that found nothing, and how much one would then find; the most helpful first. One statement at most. */
export async function loosen(query: Query, context: Context): Promise<Loosening[]> {
  const { understanding, conditions, narrowed, asker } = query;
  const alternatives: { filter: string | null; word: string | null; query: Query }[] = [];
  for (const { field } of narrowed.narrowings) {
    const others = narrowed.narrowings.filter((narrowing) => narrowing.field !== field);
    alternatives.push({
      filter: field,
      word: null,
      query: { ...query, narrowed: { ...narrowed, narrowings: others } },
    });
  }
  const words = new Set(
    understanding.groups.flatMap(({ divisions }) => divisions[0] ?? []).map(({ typed }) => typed),
  );
  for (const word of words) {
    const { hit } = conditionsOf(without(understanding, word), asker);
    alternatives.push({
      filter: null,
      word,
      query: { ...query, conditions: { ...conditions, hit }, people: [] },
    });
  }
  if (!alternatives.length) return [];
  const queries = alternatives.map((alternative) => alternative.query);
  const counts =
    (await countInMemory(queries, context)) ?? (await countInDatabase(queries, context));
  return alternatives
    .map(({ filter, word }, at) => {
      const count = counts[at] ?? null;
      return { filter, word, count: count ?? MOST_HITS, isCapped: count === null };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

const onlyTotal: Wanted = { page: null, hasWhy: false, hasTotal: true, facets: [] };

/** Null where one of them needs the database: then that is asked for all. */
async function countInMemory(
  queries: readonly Query[],
  context: Context,
): Promise<number[] | null> {
  const counts: number[] = [];
  for (const query of queries) {
    const hits = await context.directoryIndex?.find(query, onlyTotal, context);
    if (!hits) return null;
    counts.push(hits.total);
  }
  return counts;
}

/** Null for what is too many to count. */
async function countInDatabase(
  queries: readonly Query[],
  context: Context,
): Promise<(number | null)[]> {
  const counts = queries.map((query) => countOf(query, { most: MOST_HITS, context }));
  const [row] = await context.reader.rows<(number | null)[]>(sql`select ${join(counts, ', ')}`);
  return row ?? [];
}
