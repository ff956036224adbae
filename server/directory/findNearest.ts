import type { Context } from '#server/context.ts';
import { findHits } from './findHits.ts';
import { type Hits, noHits, type Wanted } from './Hits.ts';
import { orderTypes } from './orderOf.ts';
import type { Query } from './Query.ts';
import type { Prepared } from './prepare.ts';

/** The hits, and what they were found by. */
export interface Nearest {
  readonly hits: Hits;
  readonly query: Query;
}

/**
 * Finner. The hits of a question as it stands; where there are none, of what its words may have been meant to be.
 *
 * A word that is in the register may still be a slip for another («Hela Horvathy»). That is seen only by finding nothing, so only then a
 * second statement is asked. Where a hit was found the second time is part of its key, and the next page is looked for the same way.
 */
export async function findNearest(
  { query, forgiving }: Prepared,
  wanted: Wanted,
  context: Context,
): Promise<Nearest> {
  const { page } = wanted;
  const from = page?.after ?? page?.before ?? null;
  const asked: Wanted = {
    ...wanted,
    page: page && { ...page, after: unmarked(page.after), before: unmarked(page.before) },
    hasTotal: wanted.hasTotal || !page,
  };
  if (from?.at(-1) !== FORGIVEN) {
    const hits = await findHits(query, asked, context);
    if (from || hits.found.length || hits.total) return { hits: marked(hits, AS_TYPED), query };
  }
  const other = await forgiving();
  if (!other) return { hits: noHits, query };
  const hits = await findHits(other, asked, context);
  const isFound = hits.found.length > 0 || hits.total > 0;
  return { hits: marked(hits, FORGIVEN), query: isFound ? other : query };
}

const AS_TYPED = 0;
const FORGIVEN = 1;

/** A key is a place in the order, and how it was found. */
export const keyLength = orderTypes.length + 1;

const unmarked = (key: readonly unknown[] | null) => key?.slice(0, -1) ?? null;

const marked = (hits: Hits, how: typeof AS_TYPED | typeof FORGIVEN): Hits => ({
  ...hits,
  found: hits.found.map((hit) => ({ ...hit, key: [...hit.key, how] })),
});
