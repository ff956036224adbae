import 'reflect-metadata';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { Role } from '#schema/access/Role.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import {
  facetNames,
  findInDatabase,
  type Hits,
  type Query,
  type Wanted,
} from '#server/directory/findHits.ts';
import { prepare } from '#server/directory/prepare.ts';
import type { Database } from '#server/orm.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { aViewer } from '#test/support/viewers.ts';
import { anIndexedWorld, type IndexedWorld } from './anIndexedWorld.ts';

let database: Database;
let indexed: IndexedWorld;
let names: string[];

beforeAll(async () => {
  database = await openSeedWorld();
  indexed = await anIndexedWorld(database);
  const { rows } = await database.pool.query<{ name: string }>(
    'select name from directory_entry order by id',
  );
  names = rows.map(({ name }) => name);
});

afterAll(async () => {
  await indexed.close();
  await database.close();
});

/** Facets come in no order. */
const inOrder = ({ found, total, facets }: Hits) => ({
  found,
  total,
  facets: Object.fromEntries(
    [...facets].map(([facet, values]) => [
      facet,
      values.toSorted((one, other) => (one.value < other.value ? -1 : 1)),
    ]),
  ),
});

/** Asks both, and lets nothing differ. Null where only the database can answer. */
async function both(query: Query, wanted: Wanted, viewer: Viewer | null): Promise<Hits | null> {
  const context = indexed.world.context(viewer);
  const inMemory = await indexed.index.find(query, wanted, context);
  if (!inMemory) return null;
  const inDatabase = await findInDatabase(query, wanted, context);
  expect(inOrder(inMemory)).toEqual(inOrder(inDatabase));
  return inMemory;
}

const everything = (page: Wanted['page'], hasWhy: boolean): Wanted => ({
  page,
  hasWhy,
  hasTotal: true,
  facets: facetNames,
});

/** Slips: a letter left out, doubled, changed, or two swapped. */
function slip(text: string, at: number, kind: number): string {
  const place = at % Math.max(1, text.length - 1);
  const [before, letter, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2) return `${before}e${after}`;
  return before + (after[0] ?? '') + letter + after.slice(1);
}

const codes = (of: 'Language' | 'Area' | 'Topic' | 'Community') =>
  indexed.world
    .context(null)
    .vocabulary.all(of, 'nb')
    .map(({ code }) => code);

const texts = () => {
  const { vocabulary } = indexed.world.context(null);
  const terms = (['Area', 'Language', 'Topic', 'Community'] as const).flatMap((of) =>
    vocabulary.all(of, 'nb').map(({ name }) => name),
  );
  const words = names.flatMap((name) => name.split(' '));
  const spoken = ['telefon', 'moské', 'personer', 'krise', 'og', 'for', 'landsdekkende', '1', '&'];
  const whole = fc.constantFrom(...names);
  const word = fc.constantFrom(...words, ...terms, ...spoken);
  const start = fc
    .tuple(word, fc.integer({ min: 1, max: 6 }))
    .map(([text, length]) => text.slice(0, length));
  const misspelt = fc
    .tuple(word, fc.nat(20), fc.nat(3))
    .map(([text, at, kind]) => slip(text, at, kind));
  const several = fc
    .array(fc.oneof(word, start, misspelt), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '));
  return fc.oneof(fc.constant(''), start, whole, several, several);
};

const some = <Value>(values: readonly Value[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });

const filters = (): fc.Arbitrary<Partial<DirectoryFilter>> =>
  fc.oneof(
    fc.constant({}),
    fc.record(
      {
        only: fc.constantFrom(...Object.values(RecordKind)),
        kinds: some(Object.values(OrganisationKind), 5),
        languages: some(codes('Language'), 4),
        languageLevel: fc.constantFrom(...Object.values(LanguageLevel)),
        areas: some(codes('Area'), 20),
        topics: some(codes('Topic'), 3),
        communities: some(codes('Community'), 3),
        willingness: some(Object.values(Willingness), 2),
        freshness: some(Object.values(FreshnessState), 3),
        verifiedSince: fc.constantFrom('2023-01-01', '2025-06-30', '2026-11-22'),
        hasPhone: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  );

const viewers = () => fc.constantFrom(...Object.values(Role)).map((role) => aViewer(role));

describe('memory gives what the database gives', () => {
  test('hits, order, keys, labels, total and facets, for any question of anyone', async () => {
    let [asked, answered] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        texts(),
        filters(),
        viewers(),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        async (text, filter, viewer, size, isBackward) => {
          const context = indexed.world.context(viewer);
          const { query } = await prepare({ text, filter: filter as DirectoryFilter }, context);
          const page = { size, isBackward, after: null, before: null };
          asked += 1;
          if (await both(query, everything(page, true), viewer)) answered += 1;
        },
      ),
      { numRuns: 300 },
    );
    // Numbers alone are left to the database.
    expect(answered / asked).toBeGreaterThan(0.9);
  });
});
