import 'reflect-metadata';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { sql } from '#server/common/sql.ts';
import { countOf } from '#server/directory/breadth.ts';
import { findHits } from '#server/directory/findHits.ts';
import type { Hits } from '#server/directory/Hits.ts';
import type { Query } from '#server/directory/Query.ts';
import { ofTheIndex, whereOf } from '#server/directory/whereOf.ts';
import { lotOf, endOf, standingLexemes, standsWithin } from '#server/directory/standing.ts';
import { tags } from '#server/directory/lexemes.ts';
import { toTsquery } from '#server/directory/tsquery.ts';
import { prepare } from '#server/directory/prepare.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import { search } from './found.ts';
import { giveDeadlines } from './giveDeadlines.ts';
import { hasStrangers } from './hasStrangers.ts';
import { seedWorld } from './seedWorld.ts';

let world: World;
let close: () => Promise<void>;
let words: string[];

beforeAll(async () => {
  ({ world, close } = await seedWorld());
  await world.has(
    anOrganisation({ name: 'Norsk forening', verifiedOn: null }),
    anOrganisation({ name: 'Forening', verifiedOn: null }),
  );
  await giveDeadlines(world);
  const { rows } = await world.pool.query<{ name: string }>(
    'select name from directory_entry order by id',
  );
  words = rows.flatMap(({ name }) => name.split(/\s+/));
}, 120_000);

afterAll(() => close());

const most = 100;

async function queryOf(text: string, filter: Partial<DirectoryFilter> = {}): Promise<Query> {
  const { query } = await prepare(
    { text, filter: filter as DirectoryFilter },
    world.context(aCoordinator()),
  );
  return query;
}

/** The identifiers of all hits, each entry asked by itself, and how each stands. */
async function everyHit(query: Query, condition = query.conditions.hit) {
  const { reader } = world.context(aCoordinator());
  const where = whereOf(condition, query.narrowed.narrowings, query.people);
  const rows = await reader.rows<[string, number]>(
    sql`select id::text, standing from directory_entry where ${where}`,
  );
  return new Map(rows);
}

const first = (query: Query, page = 100): Promise<Hits> =>
  findHits(
    query,
    {
      page: { size: page, isBackward: false, after: null, before: null },
      hasWhy: false,
      hasTotal: true,
      facets: ['only'],
      most,
    },
    world.context(aCoordinator()),
  );

/** Beginnings of words of the register, alone and together. */
const questions = fc
  .array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 4 }),
      )
      .map(([at, letters, cut]) => {
        const word = words[at % words.length] ?? '';
        return cut === 0 ? word.slice(0, letters) : word;
      }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

const filters = fc.constantFrom<Partial<DirectoryFilter>>(
  {},
  {},
  { freshness: [FreshnessState.STALE] },
  { freshness: [FreshnessState.FRESH, FreshnessState.UNKNOWN] },
  { freshness: [FreshnessState.DUE], hasPhone: false },
  { verifiedSince: '2025-06-01', languages: ['so', 'ar', 'pl'] },
  { areas: ['0301', '4601'], hasPhone: true },
);

test('the index finds what each entry says of itself, for words, beginnings of words and filters', async () => {
  await fc.assert(
    fc.asyncProperty(questions, filters, async (text, filter) => {
      const query = await queryOf(text, filter);
      const { reader } = world.context(aCoordinator());
      const { narrowings } = query.narrowed;
      const where = whereOf(
        query.conditions.hit,
        narrowings,
        query.people,
        ofTheIndex(query.completions),
      );
      const rows = await reader.rows<[string]>(
        sql`select id::text from directory_entry where ${where}`,
      );
      const expected = [...(await everyHit(query)).keys()];
      expect(rows.map(([id]) => id).sort(), text).toEqual(expected.sort());
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('an entry stands in the index as it stands in its row', async () => {
  const { rows } = await world.pool.query<{ standing: number; lexemes: string[]; id: string }>(
    "select id, standing, array(select l from unnest(tsvector_to_array(lexemes)) as l where l ~ '^[ZQ]:') as lexemes from directory_entry",
  );
  for (const { id, standing, lexemes } of rows) {
    const expected = [...standingLexemes(standing), tags.lot(lotOf(id))];
    expect(lexemes.toSorted(), id).toEqual(expected.toSorted());
  }
});

test('ranges of the index are those of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(2 ** 25 + 2 ** 24), fc.nat(2 ** 25 + 2 ** 24), async (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const { rows } = await world.pool.query<{ inside: number; indexed: number }>(
        `select count(*) filter (where standing between $1 and $2)::integer as inside,
             count(*) filter (where lexemes @@ $3::tsquery)::integer as indexed from directory_entry`,
        [from - (from % 8), endOf(to), toTsquery(standsWithin([[from, to]]))],
      );
      expect(rows[0]?.indexed).toBe(rows[0]?.inside);
    }),
    { numRuns: 60 },
  );
});

describe('a question with more hits than are counted', () => {
  test.each(['', 'a', 'oslo', 'forening', 'norsk forening', 'norge telefon', 'me', 'menig', 'per'])(
    '«%s» is answered from the best standing of them',
    async (text) => {
      const query = await queryOf(text);
      const [all, solid] = [await everyHit(query), await everyHit(query, query.conditions.solid)];
      const { found, total, isCapped, facets } = await first(query);
      const ids = found.map(({ id }) => id);

      expect(all.size).toBeGreaterThan(1.5 * most);
      expect(isCapped).toBe(true);
      expect(total).toBeLessThanOrEqual(most);
      expect(total).toBeGreaterThan(most / 2);
      expect(facets.get('only')?.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      expect(ids.filter((id) => !all.has(id))).toEqual([]);

      // Nobody who was left out stands better than the last who was not, the named aside.
      const begun = new Map([...all].filter(([id]) => !solid.has(id)));
      const ranked = solid.size > most ? solid : begun;
      const chosen = found.filter(({ id, key }) => key[0] !== 0 && ranked.has(id));
      const worst = Math.max(...chosen.map(({ id }) => ranked.get(id) ?? 0));
      const better = [...ranked].filter(([id, standing]) => standing < worst && !ids.includes(id));
      expect(better.length).toBeLessThanOrEqual(total - found.length);
    },
  );

  test('begins with the very name, however that stands', async () => {
    for (const [text, name] of [
      ['norsk forening', 'Norsk forening'],
      ['forening', 'Forening'],
    ] as const) {
      const { found, isCapped } = await first(await queryOf(text), 5);
      const { rows } = await world.pool.query<{ name: string }>(
        'select name from directory_entry where id = $1',
        [found[0]?.id],
      );
      expect([isCapped, rows[0]?.name]).toEqual([true, name]);
    }
  });

  test('has its pages one after the other, each hit once, as many as are counted', async () => {
    const query = await queryOf('oslo');
    const ids: string[] = [];
    let after: readonly unknown[] | null = null;
    for (;;) {
      const { found, total } = await findHits(
        query,
        {
          page: { size: 20, isBackward: false, after, before: null },
          hasWhy: false,
          hasTotal: true,
          facets: [],
          most,
        },
        world.context(aCoordinator()),
      );
      const page = found.slice(0, 20);
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1)?.key ?? null;
      if (found.length <= 20) {
        expect(ids).toHaveLength(total);
        break;
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is not what has fewer', async () => {
    const query = await queryOf('somali grorud');
    const { total, isCapped } = await first(query);
    expect([isCapped, total]).toEqual([false, (await everyHit(query)).size]);
  });

  test('is told as too many to count, when it is what one would find without a word', async () => {
    const context = world.context(aCoordinator());
    const counted = async (text: string) => {
      const [row] = await context.reader.rows<[number | null]>(
        sql`select ${countOf(await queryOf(text), { most, context })}`,
      );
      return row?.[0];
    };
    expect(await counted('oslo')).toBeNull();
    expect(await counted('somali grorud')).toBe(
      (await everyHit(await queryOf('somali grorud'))).size,
    );
  });
});

test('of more than ten thousand, the API says that it is capped', async () => {
  expect((await search(world, 'forening', { hasFacets: true })).isCapped).toBe(false);
  await hasStrangers(world, 14_000);
  const { data } = await world.ask<{
    search: { totalCount: number; isCapped: boolean; facets: { only: { count: number }[] } };
  }>(
    aCoordinator(),
    '{ search { totalCount isCapped facets { only { count } } } people: organisations { isCapped totalCount } }',
  );
  expect(data?.search.isCapped).toBe(true);
  expect(data?.search.totalCount).toBeGreaterThan(7_000);
  expect(data?.search.totalCount).toBeLessThanOrEqual(10_000);
  expect(data?.search.facets.only.reduce((sum, { count }) => sum + count, 0)).toBe(
    data?.search.totalCount,
  );
  expect((await search(world, 'somali grorud', {})).isCapped).toBe(false);
}, 120_000);
