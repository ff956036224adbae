import { expect } from 'vitest';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Chance } from '#seeds/common/Chance.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import { distance } from '#server/directory/misspelling.ts';
import { test, type World } from '#test/support/world.ts';
import { names, search } from './found.ts';

const WRITERS = 4;
const ROUNDS = 6;

/** Words so unlike each other that none is taken for a misspelling of another. */
const unlike = ((): string[] => {
  const chance = new Chance('unlike words');
  const found: string[] = [];
  while (found.length < WRITERS * (ROUNDS + 1)) {
    const syllables = Array.from(
      { length: 4 },
      () => chance.pick([...'bdfgklmnprtv']) + chance.pick([...'aiou']),
    );
    const word = `${syllables.join('')}x`;
    if (found.every((other) => distance(word, other, 4) > 4)) found.push(word);
  }
  return found;
})();

const wordOf = (writer: number, round: number): string => unlike[writer * (ROUNDS + 1) + round]!;

/** Two letters swapped. */
const misspelt = (word: string): string => word.slice(0, 4) + word[5] + word[4] + word.slice(6);

const LOCK_TIMEOUT = '55P03';

/** Gives an organisation another name, in a transaction of its own. Waits again where others wrote for too long; a deadlock fails. */
async function rename(world: World, id: string, name: string): Promise<void> {
  const em = world.em.fork();
  try {
    await em.transactional(async (inner) => {
      const organisation = await inner.findOneOrFail(Organisation, id);
      Object.assign(organisation, { name });
    });
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_TIMEOUT) throw error;
    await rename(world, id, name);
  }
}

/** What the dictionary should say, counted anew from the entries; and what it says. */
async function dictionary(world: World) {
  const { rows: counted } = await world.pool.query<{ word: string; uses: number }>(
    `select word, count(distinct id)::integer as uses
     from (
       select id, regexp_replace(lexeme, '^S:', '') as word from directory_entry, unnest(tsvector_to_array(lexemes)) as lexeme
       where lexeme !~ '^[A-RT-Z]:'
     ) as used group by word order by word collate "C"`,
  );
  const { rows: kept } = await world.pool.query<{ word: string; uses: number }>(
    'select word, uses from directory_word order by word',
  );
  const { rows: strangers } = await world.pool.query(
    'select word from directory_deletion where word not in (select word from directory_word)',
  );
  return { counted, kept, strangers };
}

test('whoever searches while others write finds what was written, and what was not', async ({
  committed: world,
}) => {
  const organisations = Array.from({ length: WRITERS }, (_, writer) =>
    anOrganisation({ name: `Felles ${wordOf(writer, 0)}` }),
  );
  const people = organisations.map((_, writer) =>
    aPerson({ givenName: ['Ada', 'Bo', 'Cecilie', 'Dag'][writer]!, familyName: 'Prøve' }),
  );
  await world.has(
    ...organisations,
    ...people,
    ...people.map((person, writer) => anAffiliation(person, organisations[writer]!)),
  );

  let isWriting = true;
  const write = async (writer: number): Promise<void> => {
    const { id } = organisations[writer]!;
    for (let round = 1; round <= ROUNDS; round++) {
      const [before, now] = [wordOf(writer, round - 1), wordOf(writer, round)];
      await rename(world, id, `Felles ${now}`);

      const found = await names(world, now);
      expect(found[0], now).toBe(`Felles ${now}`);
      expect(found, 'with those who belong to it').toHaveLength(2);
      expect(await names(world, before), before).toEqual([]);
      // Misspelt, the new name is found and the old is not.
      expect(await names(world, misspelt(now))).toHaveLength(2);
      expect(await names(world, misspelt(before))).toEqual([]);
    }
  };
  const seek = async (): Promise<number> => {
    let asked = 0;
    while (isWriting) {
      const { totalCount, nodes } = await search(world, 'felles');
      expect(totalCount).toBe(2 * WRITERS);
      expect(nodes.filter(({ why }) => why.length === 0)).toEqual([]);
      asked += 1;
    }
    return asked;
  };

  const writing = Promise.all(organisations.map((_, writer) => write(writer))).finally(() => {
    isWriting = false;
  });
  const [asked] = await Promise.all([Promise.all([seek(), seek()]), writing]);
  expect(Math.min(...asked)).toBeGreaterThan(0);

  const { counted, kept, strangers } = await dictionary(world);
  expect(kept).toEqual(counted);
  expect(strangers).toEqual([]);
});

test('two who write the same words in opposite order both come through, and are counted', async ({
  committed: world,
}) => {
  const pairs = Array.from({ length: 6 }, (_, at) => [
    anOrganisation({ name: `Alfa Beta Gamma ${at}` }),
    anOrganisation({ name: `Gamma Beta Alfa ${at}` }),
  ]).flat();
  await world.has(...pairs);

  await Promise.all(
    pairs.map(({ id }, at) =>
      rename(world, id, at % 2 ? 'Delta Epsilon Zeta Beta' : 'Beta Zeta Epsilon Delta'),
    ),
  );

  expect((await search(world, 'zeta delta')).totalCount).toBe(pairs.length);
  expect((await search(world, 'gamma')).totalCount).toBe(0);
  const { counted, kept, strangers } = await dictionary(world);
  expect(kept).toEqual(counted);
  expect(strangers).toEqual([]);
});
