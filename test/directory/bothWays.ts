import { expect } from 'vitest';

import type { Viewer } from '#server/access/Viewer.ts';
import { facetNames } from '#server/directory/facetOf.ts';
import { findInDatabase } from '#server/directory/findHits.ts';
import type { HitPage, Hits, Wanted } from '#server/directory/Hits.ts';
import type { Query } from '#server/directory/Query.ts';
import type { IndexedWorld } from './anIndexedWorld.ts';

/** Facets come in no order. */
export const comparable = ({ found, total, facets }: Hits) => ({
  found,
  total,
  facets: Object.fromEntries(
    [...facets].map(([facet, values]) => [
      facet,
      values.toSorted((one, other) => (one.value < other.value ? -1 : 1)),
    ]),
  ),
});

/** All that can be wanted of a page of hits. */
export const everything = (page: HitPage, hasWhy = true): Wanted => ({
  page,
  hasWhy,
  hasTotal: true,
  facets: facetNames,
});

export const firstPage = (size: number): HitPage => ({
  size,
  isBackward: false,
  after: null,
  before: null,
});

/** A page and nothing else: memory need not look at everything for it. */
export const pageAlone = (page: HitPage | null): Wanted => ({
  page,
  hasWhy: false,
  hasTotal: false,
  facets: [],
});

/**
 * Asks memory and database, and lets nothing differ, nor what memory gives of a page when that alone is wanted. Null where memory leaves it
 * to the database.
 */
export async function bothWays(
  { world, index }: IndexedWorld,
  query: Query,
  wanted: Wanted,
  viewer: Viewer | null,
): Promise<Hits | null> {
  const context = world.context(viewer);
  const inMemory = await index.find(query, wanted, context);
  if (!inMemory) return null;
  const inDatabase = await findInDatabase(query, wanted, context);
  expect(comparable(inMemory)).toEqual(comparable(inDatabase));
  const alone = await index.find(
    query,
    { ...pageAlone(wanted.page), hasWhy: wanted.hasWhy },
    context,
  );
  expect(alone?.found).toEqual(inMemory.found);
  return inMemory;
}
