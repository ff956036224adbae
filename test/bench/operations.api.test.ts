import { afterAll, beforeAll, expect, test } from 'vitest';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { surroundingsOf } from '#server/launch/openSamband.ts';
import type { Database } from '#server/orm.ts';
import { testSecret } from '#test/support/database.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { personalKey, today, type World, worldOver } from '#test/support/world.ts';
import { difference, normalised } from './normalised.ts';
import type { Operation } from './operations/Operation.ts';
import { operations } from './operations/operations.ts';
import type { Ground } from './Register.ts';

let database: Database;
let world: World;
let ground: Ground;
beforeAll(async () => {
  database = await openSeedWorld();
  world = await worldOver(database);
  const surroundings = await surroundingsOf({
    database,
    secret: testSecret,
    personalKey,
    migrated: [],
  });
  ground = { pool: database.pool, surroundings, today };
});
afterAll(() => database.close());

const textOf = ({ name }: Operation, file: string) =>
  readFileSync(join(import.meta.dirname, 'operations', name, file), 'utf8');

const shaped = (operation: Operation, way: 'samband' | 'raw', answer: unknown) =>
  normalised((operation.shape?.[way] ?? ((it: unknown) => it))(answer as never));

test.each(operations)(
  '$name is answered by the API as by SQL written by hand',
  async (operation) => {
    const questions = await operation.draw(ground, 16);
    expect(questions.length).toBeGreaterThan(0);
    let longest = 0;
    for (const { samband, raw } of questions) {
      const { data } = await world.ask(aCoordinator(), textOf(operation, 'samband.graphql'), {
        ...samband,
      });
      const { rows } = await database.pool.query<[string]>({
        text: textOf(operation, 'raw.sql'),
        values: [...raw],
        rowMode: 'array',
      });
      const [[written] = ['null']] = rows;
      longest = Math.max(longest, written.length);
      expect(
        difference(
          shaped(operation, 'samband', data),
          shaped(operation, 'raw', JSON.parse(written)),
        ),
      ).toBeNull();
    }
    // Questions that find nothing would be answered alike by anybody.
    expect(longest).toBeGreaterThan(1_000);
  },
);
