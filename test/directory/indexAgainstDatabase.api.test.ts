import 'reflect-metadata';

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { findHits } from '#server/directory/findHits.ts';
import type { HitPage, Wanted } from '#server/directory/Hits.ts';
import { loadEntries } from '#server/directory/index/loadEntries.ts';
import { Scan } from '#server/directory/index/Scan.ts';
import { searchEntries } from '#server/directory/index/searchEntries.ts';
import { loosen } from '#server/directory/loosen.ts';
import { prepare } from '#server/directory/prepare.ts';
import type { Database } from '#server/orm.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { worldOver } from '#test/support/world.ts';
import { anIndexedWorld, type IndexedWorld } from './anIndexedWorld.ts';
import { type AnyQuestion, anyQuestion } from './anyQuestion.ts';
import { bothWays, everything, firstPage, pageAlone } from './bothWays.ts';
import { giveDeadlines } from './giveDeadlines.ts';

/** Counts the segments that it looks at, and the hits that it finds in them. */
class CountingScan extends Scan {
  looks = 0;
  hits = 0;

  override hitsIn(...asked: Parameters<Scan['hitsIn']>): ReturnType<Scan['hitsIn']> {
    this.looks += 1;
    const found = super.hitsIn(...asked);
    this.hits += found?.count ?? 0;
    return found;
  }
}

let database: Database;
let indexed: IndexedWorld;
let names: string[];

beforeAll(async () => {
  database = await openSeedWorld();
  await giveDeadlines(database);
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

const questions = () => anyQuestion(names, indexed.world.context(null).vocabulary);

async function queryOf({ text, filter, viewer }: AnyQuestion) {
  const { query } = await prepare({ text, filter }, indexed.world.context(viewer));
  return query;
}

/** Any question, any page of it from either end. Gives how many of them memory answered. */
async function answersAlike(numRuns: number): Promise<number> {
  let [asked, answered] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      questions(),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      fc.boolean(),
      async (question, size, isBackward, hasWhy) => {
        const page = { ...firstPage(size), isBackward };
        const query = await queryOf(question);
        asked += 1;
        if (await bothWays(indexed, query, everything(page, hasWhy), question.viewer)) {
          answered += 1;
        }
      },
    ),
    { numRuns },
  );
  return answered / asked;
}

test('memory gives the hits, order, keys, labels, total and facets that the database gives', async () => {
  // Digits alone are left to the database.
  expect(await answersAlike(400)).toBeGreaterThan(0.9);
});

test('a page that one has begun the other goes on with, in both directions', async () => {
  await fc.assert(
    fc.asyncProperty(
      questions(),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (question, size, isBackward) => {
        const { viewer } = question;
        const query = await queryOf(question);
        let page: HitPage = { ...firstPage(size), isBackward };
        const seen = new Set<string>();
        let total = 0;
        for (let pages = 0; pages < 6; pages++) {
          const hits = await bothWays(indexed, query, everything(page, false), viewer);
          if (!hits) return;
          ({ total } = hits);
          const listed = isBackward ? hits.found.slice(-size) : hits.found.slice(0, size);
          for (const { id } of listed) {
            expect(seen).not.toContain(id);
            seen.add(id);
          }
          if (hits.found.length <= size) {
            expect(seen.size).toBe(total);
            return;
          }
          const key = (isBackward ? listed[0] : listed.at(-1))?.key ?? null;
          page = { ...page, [isBackward ? 'before' : 'after']: key };
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a page between two places is the same', async () => {
  await fc.assert(
    fc.asyncProperty(questions(), fc.nat(60), fc.nat(60), async (question, from, length) => {
      const { viewer } = question;
      const query = await queryOf(question);
      const hits = await bothWays(indexed, query, everything(firstPage(100), false), viewer);
      const [after, before] = [hits?.found[from]?.key, hits?.found[from + length]?.key];
      if (!after || !before) return;
      const page = { ...firstPage(30), after, before };
      const between = await bothWays(indexed, query, everything(page), viewer);
      expect(between?.found.length).toBe(Math.max(0, Math.min(31, length - 1)));
    }),
    { numRuns: 60 },
  );
});

test('a page alone leaves the segments that come after it; a total and facets look at all', async () => {
  const entries = await loadEntries(database.url, 100, new AbortController().signal);
  const context = indexed.world.context(aCoordinator());
  const { query } = await prepare({}, context);
  const looks = async (wanted: Wanted): Promise<number> => {
    const scan = new CountingScan();
    await searchEntries({ entries, scan, turn: 8 }, query, wanted, context);
    return scan.looks;
  };
  const all = entries.parts.length;
  expect(all).toBeGreaterThan(10);
  expect(await looks(pageAlone(firstPage(10)))).toBe(1);
  expect(await looks(pageAlone({ ...firstPage(10), isBackward: true }))).toBe(all);
  expect(await looks({ ...pageAlone(firstPage(10)), hasTotal: true })).toBe(all);
  expect(await looks({ ...pageAlone(firstPage(10)), facets: ['kinds'] })).toBe(all);
});

test('behind a page that is full of less than the best, only better ones are looked for', async () => {
  const entries = await loadEntries(database.url, 100, new AbortController().signal);
  const context = indexed.world.context(aCoordinator());
  const { query } = await prepare({ filter: { languages: ['so'] } }, context);
  const looks = async (wanted: Wanted): Promise<CountingScan> => {
    const scan = new CountingScan();
    await searchEntries({ entries, scan, turn: 8 }, query, wanted, context);
    return scan;
  };
  const page = pageAlone(firstPage(80));
  const [all, alone] = [await looks({ ...page, hasTotal: true }), await looks(page)];
  expect(alone.looks).toBe(all.looks);
  expect(all.hits).toBeGreaterThan(100);
  expect(alone.hits).toBeLessThan(all.hits);
});

test('what to loosen is the same', async () => {
  const plain = await worldOver(database);
  await fc.assert(
    fc.asyncProperty(questions(), async (question) => {
      const query = await queryOf(question);
      const inMemory = await loosen(query, indexed.world.context(question.viewer));
      expect(inMemory).toEqual(await loosen(query, plain.context(question.viewer)));
    }),
    { numRuns: 60 },
  );
});

test('a stranger finds nothing', async () => {
  const query = await queryOf({ text: 'oslo', filter: {}, viewer: aCoordinator() });
  const hits = await bothWays(indexed, query, everything(firstPage(10)), null);
  expect(hits).toMatchObject({ found: [], total: 0 });
});

test('numbers and addresses are left to the database, which finds them', async () => {
  const { rows } = await database.pool.query<{ number: string; address: string; phone: string }>(
    `select (select number from organisation where number is not null limit 1) as number,
       (select value from organisation_contact_point where channel = 'email' and audience = 'all_staff' limit 1) as address,
       (select value from organisation_contact_point where channel = 'phone' and audience = 'all_staff' limit 1) as phone`,
  );
  const { number = '', address = '', phone = '' } = rows[0] ?? {};
  const context = indexed.world.context(aCoordinator());
  for (const text of [number, number.slice(0, 5), address, phone, phone.slice(-6)]) {
    const { query } = await prepare({ text }, context);
    const wanted = everything(firstPage(10));
    expect(await indexed.index.find(query, wanted, context), text).toBeNull();
    expect((await findHits(query, wanted, context)).total, text).toBeGreaterThan(0);
  }
});

test('a search that memory answers takes no statement beside the dictionary and what is read of the hits', async () => {
  const { statements } = await indexed.world.ask(
    aCoordinator(),
    `{ search(text: "somali grorud") { totalCount facets { kinds { count } } nodes {
        ... on OrganisationHit { organisation { name } } ... on PersonHit { person { name } } } } }`,
  );
  expect(statements).toBe(3);
});

test('entries that were written since the load are found, ordered and counted like the others', async () => {
  // Touched where they stand: every third gets a new slot.
  await database.pool.query(
    `update directory_entry set name_length = name_length
     where id in (select id from (select id, row_number() over (order by id) as place from directory_entry) as placed where place % 3 = 0)`,
  );
  await indexed.index.caughtUp();
  expect(indexed.index.changes).toBeGreaterThan(400);
  expect(await answersAlike(200)).toBeGreaterThan(0.9);
});
