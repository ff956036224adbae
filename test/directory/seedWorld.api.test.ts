import 'reflect-metadata';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { sql } from '#server/common/sql.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { lexiconOf } from '#server/directory/Lexicon.ts';
import { whereOf } from '#server/directory/whereOf.ts';
import { emptyWords } from '#server/directory/plainWords.ts';
import { prepare } from '#server/directory/prepare.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { runIn } from '#server/common/runIn.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { today, type World } from '#test/support/world.ts';
import { type Found, names, search } from './found.ts';
import { seedWorld } from './seedWorld.ts';

let world: World;
let close: () => Promise<void>;
let allNames: string[];

beforeAll(async () => {
  ({ world, close } = await seedWorld());
  const { rows } = await world.pool.query<{ name: string }>(
    'select name from directory_entry order by id',
  );
  allNames = rows.map(({ name }) => name);
}, 120_000);

afterAll(() => close());

/** Everything that a question finds, on one page. */
async function everything(
  text: string,
  filter: Partial<DirectoryFilter> = {},
): Promise<Set<string>> {
  const context = world.context(aCoordinator());
  const { query } = await prepare({ text, filter: filter as DirectoryFilter }, context);
  const rows = await context.reader.rows<[string]>(
    sql`select id::text from directory_entry where ${whereOf(query.conditions.hit, query.narrowed.narrowings, query.people)}`,
  );
  return new Set(rows.map(([id]) => id));
}

/** Whether the last word of a text is, or begins, a word that is known. */
async function isKnown(text: string): Promise<boolean> {
  const word = foldedWords(text).at(-1) ?? '';
  const { rows } = await world.pool.query('select 1 from directory_word where word ^@ $1 limit 1', [
    word,
  ]);
  return rows.length > 0 || lexiconOf(world.context(null).vocabulary).hasBeginning(word);
}

/** Questions as people type them: words of names and of the vocabulary, some of each. */
const questions = () => {
  const { vocabulary } = world.context(null);
  const terms = (['Area', 'Language', 'Topic', 'Community'] as const).flatMap((kind) =>
    vocabulary.all(kind, 'nb').map(({ name }) => name),
  );
  const spoken = [
    'telefon',
    'moské',
    'personer',
    'krise',
    'polske',
    'bydel Grorud',
    'kvinne forening',
  ];
  const name = fc.constantFrom(...allNames).map((text) => text.split(' ').slice(0, 3).join(' '));
  const term = fc.constantFrom(...terms, ...spoken);
  return fc
    .array(fc.oneof(name, term), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(' '))
    .filter((text) => {
      const words = foldedWords(text);
      return words.length > 0 && words.length <= 12 && !words.some((word) => emptyWords.has(word));
    });
};

describe('typing', () => {
  test('each further letter finds no more than the letters before it', async () => {
    await fc.assert(
      fc.asyncProperty(questions(), async (text) => {
        let before = await everything('');
        for (let length = 1; length <= text.length; length++) {
          const typed = text.slice(0, length);
          const isNumber = /\d/.test(typed);
          if (foldedWords(typed).some((word) => emptyWords.has(word)) || isNumber) return;
          if (!(await isKnown(typed))) return;
          const found = await everything(typed);
          expect([...found].filter((id) => !before.has(id)).length, typed).toBe(0);
          // What is all of a term's name is taken for nothing that it begins.
          const [named] = lexiconOf(world.context(null).vocabulary).exactly(
            foldedWords(typed).at(-1) ?? '',
          );
          if (!named || named.naming === 'part') before = found;
        }
      }),
      // Two words that are one: «Nor K» may be norsk, and may be norskkurs.
      { numRuns: 60, examples: [['Nor Kultursenter']] },
    );
  });

  test('is answered letter by letter', async () => {
    const text = 'somali grorud telefon';
    await search(world, text);
    const took: number[] = [];
    for (let length = 1; length <= text.length; length++) {
      const begun = performance.now();
      await search(world, text.slice(0, length), { hasFacets: true });
      took.push(performance.now() - begun);
    }
    const sorted = took.toSorted((one, other) => one - other);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    console.info(`a typed letter, page, why and facets: median ${at(0.5)} ms, slowest ${at(1)} ms`);
    expect(took).toHaveLength(text.length);
  });
});

describe('names', () => {
  const answer = (text: string) => names(world, text, { first: 10 });

  test('are found first by the whole of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...allNames), async (name) => {
        fc.pre(name.length <= 200 && foldedWords(name).length <= 12);
        const found = await answer(name);
        const key = foldedWords(name).toSorted().join(' ');
        expect(
          found.slice(0, 3).map((it) => foldedWords(it).toSorted().join(' ')),
          name,
        ).toContain(key);
      }),
      { numRuns: 80 },
    );
  });

  /** Slips that people make: a letter left out, doubled, changed, or two swapped; never the first. */
  const slip = (word: string, at: number, kind: number): string => {
    const place = 1 + (at % (word.length - 2));
    const [before, letter, after] = [
      word.slice(0, place),
      word[place] ?? '',
      word.slice(place + 1),
    ];
    if (kind === 0) return before + after;
    if (kind === 1) return before + (letter === 'e' ? 'a' : 'e') + after;
    return before + (after[0] ?? '') + letter + after.slice(1);
  };

  test('are found within ten hits with a slip in each long word', async () => {
    let [tried, found] = [0, 0];
    const missed: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...allNames),
        fc.nat(20),
        fc.nat(2),
        async (name, at, kind) => {
          const words = foldedWords(name);
          fc.pre(words.length >= 2 && words.length <= 6);
          const typed = words
            .map((word) => (word.length >= 6 ? slip(word, at, kind) : word))
            .join(' ');
          tried += 1;
          if ((await answer(typed)).includes(name)) found += 1;
          else missed.push(`${typed} ≠ ${name}`);
        },
      ),
      { numRuns: 250, seed: 20_261_122 },
    );
    console.info(`${found} of ${tried} misspelt names within ten hits`, missed);
    expect(found / tried).toBeGreaterThanOrEqual(0.97);
  }, 120_000);

  test('are found in any order and without the letters of Norwegian', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...allNames), async (name) => {
        const words = foldedWords(name);
        fc.pre(words.length >= 2 && words.length <= 6);
        const plain = name
          .replaceAll(/[åÅ]/g, 'aa')
          .replaceAll(/[øØ]/g, 'oe')
          .replaceAll(/[æÆ]/g, 'ae');
        expect(await answer(words.toReversed().join(' '))).toContain(name);
        expect(await answer(plain)).toContain(name);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the page', () => {
  const everyPage = async (text: string, filter: object, first: number): Promise<Found[]> => {
    const pages: Found[] = [];
    for (let after: string | null = null; ;) {
      const page: Found = await search(world, text, { filter, first, after });
      pages.push(page);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) return pages;
    }
  };

  test('after page gives each hit once, in one order, as many as are counted', async () => {
    for (const [text, filter, first] of [
      ['somali', {}, 7],
      ['grorud', {}, 100],
      ['', { kinds: ['FAITH_COMMUNITY'] }, 100],
      ['', {}, 100],
    ] as const) {
      const pages = await everyPage(text, filter, first);
      const ids = pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(pages[0]?.totalCount);
    }
  });

  test('begins with all who can be reached', async () => {
    const pages = await everyPage('', {}, 100);
    const reachable = pages.flatMap(({ nodes }) => nodes.map(({ isReachable }) => isReachable));
    expect(reachable).toContain(true);
    expect(reachable).toEqual(reachable.toSorted((one, other) => Number(other) - Number(one)));
  });

  test('takes a handful of statements, whatever is nested in it', async () => {
    const { errors, statements, data } = await world.ask<{ search: { nodes: object[] } }>(
      aCoordinator(),
      `{ search(text: "somali grorud telefon", first: 50, filter: { areas: ["0301"] }) {
          totalCount understood { word } loosen { count }
          facets { kinds { value count } languages { value count } areas { value count } freshness { value count } hasPhone }
          nodes {
            ... on OrganisationHit { isReachable why { text } freshness { state } organisation {
              name languages { name } servedAreas { name parent { name } } parent { name } names { name }
              contactPoints { value } affiliations { totalCount nodes { person { name languages { language { name } } } } } } }
            ... on PersonHit { why { text } person {
              name areas { name } topics { name } languages { language { name } speaks } contactPoints { value }
              affiliations { nodes { organisation { name } } } } }
          } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.search.nodes.length).toBeGreaterThan(5);
    console.info(`a page with everything nested takes ${statements} statements`);
    expect(statements).toBeLessThanOrEqual(12);
  });

  test('alone takes two statements and one for each kind of hit', async () => {
    const { statements } = await world.ask(
      aCoordinator(),
      `{ search(text: "somali grorud telefon") { totalCount facets { kinds { value count } } nodes {
          ... on OrganisationHit { organisation { name } } ... on PersonHit { person { name } } } } }`,
    );
    expect(statements).toBe(4);
  });
});

test('each hit says why', async () => {
  for (const text of [
    'somali grorud',
    'gamle olso',
    'kvinne forening',
    'a',
    'psykisk hels',
    'moské oslo',
    '22',
  ]) {
    const { nodes } = await search(world, text, { first: 50 });
    for (const { why, organisation, person } of nodes) {
      expect(why.length, `${text}: ${organisation?.name ?? person?.name}`).toBeGreaterThan(0);
    }
  }
});

test('facets are what one gets by counting', async () => {
  for (const [text, filter] of [
    ['', {}],
    ['somali', {}],
    ['oslo telefon', { only: 'PERSON' }],
    ['', { languages: ['ar', 'so'], freshness: ['FRESH'] }],
  ] as const) {
    const { facets, totalCount } = await search(world, text, { filter, hasFacets: true });
    const asked =
      'only' in filter
        ? { only: 'person' }
        : 'freshness' in filter
          ? { ...filter, freshness: ['fresh'] }
          : {};
    const ids = await everything(text, asked as Partial<DirectoryFilter>);
    const { rows } = await world.pool.query<Record<string, number[] | string[] | string | null>>(
      `select 'organisation' as only, kind, languages, served_areas as areas, topics, communities, '{}'::text[] as willingness, seat_number
         from organisation where id = any($1)
       union all
       select 'person', null, array(select language_number from person_language where person_id = person.id), areas, topics, '{}',
         willingness, null from person where id = any($1)`,
      [[...ids]],
    );
    expect(rows.length).toBe(totalCount);
    const counted = (values: unknown[]) =>
      Object.fromEntries(
        [...Map.groupBy(values, String)].map(([value, all]) => [value, all.length]),
      );
    const told = (name: string) =>
      Object.fromEntries(
        ((facets[name] ?? []) as { value: string; count: number }[]).map(({ value, count }) => [
          value,
          count,
        ]),
      );
    const { vocabulary } = world.context(null);
    const codes = (kind: 'Language' | 'Area' | 'Topic' | 'Community', numbers: unknown) =>
      (numbers as number[]).map((number) => vocabulary.byNumber(kind, number, 'nb')?.code);

    expect(told('only')).toEqual(counted(rows.map((row) => String(row['only']).toUpperCase())));
    expect(told('kinds')).toEqual(
      counted(rows.flatMap((row) => (row['kind'] ? String(row['kind']).toUpperCase() : []))),
    );
    expect(told('languages')).toEqual(
      counted(rows.flatMap((row) => codes('Language', row['languages']))),
    );
    expect(told('topics')).toEqual(counted(rows.flatMap((row) => codes('Topic', row['topics']))));
    expect(told('communities')).toEqual(
      counted(rows.flatMap((row) => codes('Community', row['communities']))),
    );
    expect(told('areas')).toEqual(
      counted(
        rows.flatMap((row) => {
          const served = row['areas'] as unknown as number[];
          const seat = row['seat_number'] as unknown as number | null;
          return codes('Area', served.length || seat === null ? served : [seat]);
        }),
      ),
    );
    expect(told('willingness')).toEqual(
      counted(
        rows.flatMap((row) => (row['willingness'] as string[]).map((value) => value.toUpperCase())),
      ),
    );
  }
});

test('what is kept true bit by bit is what a rebuild makes', async () => {
  const state = async () => {
    const { rows } = await world.pool.query(
      `select (select count(*) from directory_entry) as entries,
         (select md5(string_agg(e::text, '|' order by id)) from directory_entry e) as made,
         (select md5(string_agg(w::text, '|' order by word)) from directory_word w) as words,
         (select md5(string_agg(d::text, '|' order by deletion, word)) from directory_deletion d) as deletions`,
    );
    return rows[0] as object;
  };
  const before = await state();
  const { rows } = await world.pool.query<{ id: string }>(
    'select id from organisation union all select id from person order by id limit 400',
  );
  await world.em.fork().transactional(async (em) => {
    const run = runIn(em.getTransactionContext()!);
    const all = rows.map(({ id }) => id);
    await run('delete from directory_entry where false');
    await refreshDirectory(run, today, all);
    await refreshDirectory(run, today, all.slice(0, 10));
  });
  expect(await state()).toEqual(before);
});
