import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import type { Way } from '#server/context.ts';
import type { Database } from '#server/orm.ts';
import { registerSchema as schema } from '#test/support/registerSchema.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { cloneOf, type World, worldOver } from '#test/support/world.ts';
import { aUniformRegister, closeRing } from './aUniformRegister.ts';
import { type Holdings, holdingsOf } from './question/Holdings.ts';
import { randomQuestion } from './question/randomQuestion.ts';
import { runs } from './question/runs.ts';

const databases: Database[] = [];
let few: World;
let many: World;
let holdings: Holdings;

async function aWorldOf(records: number, each: number): Promise<World> {
  const database = await cloneOf(inject('templateUrl'));
  databases.push(database);
  const world = await worldOver(database);
  await world.has(...(await aUniformRegister(world, { records, each })));
  await closeRing(world);
  return world;
}

beforeAll(async () => {
  few = await aWorldOf(3, 1);
  many = await aWorldOf(30, 4);
  holdings = await holdingsOf(few, schema);
});

afterAll(() => Promise.all(databases.map((it) => it.close())));

test.each<Way>(['written', 'planned', 'unplanned'])(
  'a %s answer takes as many statements of a large register as of a small one',
  async (way) => {
    await fc.assert(
      fc.asyncProperty(randomQuestion(schema, holdings), async (question) => {
        const { document, variables, locale } = question;
        const [small, large] = await Promise.all(
          [few, many].map((it) => it.ask(aCoordinator(), document, variables, locale, way)),
        );
        expect(large?.statements).toBe(small?.statements);
      }),
      runs(40),
    );
  },
);
