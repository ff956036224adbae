import fc from 'fast-check';
import { parse, typeFromAST, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { limited } from '#server/http/queryLimits.ts';
import type { Database } from '#server/orm.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { registerSchema as schema } from '#test/support/registerSchema.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { type World, worldOver } from '#test/support/world.ts';
import { connectionPlaces } from './connectionPlaces.ts';
import { type Holdings, holdingsOf } from './question/Holdings.ts';
import { junkFor } from './question/junkFor.ts';
import { randomQuestion } from './question/randomQuestion.ts';
import { runs } from './question/runs.ts';

let database: Database;
let world: World;
let holdings: Holdings;

beforeAll(async () => {
  database = await openSeedWorld();
  world = await worldOver(database);
  holdings = await holdingsOf(world, schema);
});

afterAll(() => database.close());

/** Variables of a document with nothing sensible in any of them. */
function junkVariables(document: string): fc.Arbitrary<Record<string, unknown>> {
  const definitions = parse(document).definitions.flatMap((it) =>
    it.kind === 'OperationDefinition' ? (it.variableDefinitions ?? []) : [],
  );
  return fc.record(
    Object.fromEntries(
      definitions.map(({ variable, type }) => [
        variable.name.value,
        junkFor(typeFromAST(schema, type as never) as never),
      ]),
    ),
    { requiredKeys: [] },
  );
}

test('whatever is given as a value, it is taken, or refused by name', async () => {
  const nonsense = randomQuestion(schema, holdings).chain(({ document, variables, locale }) =>
    junkVariables(document).map((junk) => ({
      document,
      variables: { ...variables, ...junk },
      locale,
    })),
  );
  await fc.assert(
    fc.asyncProperty(nonsense, async ({ document, variables, locale }) => {
      const { errors = [] } = await world.ask(aCoordinator(), document, variables, locale);
      for (const { extensions } of errors) {
        // What is not theirs to ask is refused whatever is in it.
        expect(['BAD_USER_INPUT', 'FORBIDDEN', 'INVALID_INPUT']).toContain(extensions?.['code']);
      }
    }),
    runs(300),
  );
});

describe.each(connectionPlaces(schema))('a page of $name', ({ document, owner }) => {
  const refusalOf = async (page: Record<string, unknown>) => {
    const id = holdings.keys.get(owner ?? '')?.[0];
    const { errors } = await world.ask(aCoordinator(), document, { id, ...page });
    return errors?.[0]?.extensions;
  };

  test.each(['first', 'last'])('holds 1 to 100 rows by %s', async (size) => {
    for (const many of [0, -1, 101, 2 ** 31 - 1]) {
      expect(await refusalOf({ [size]: many })).toEqual({
        code: 'INVALID_INPUT',
        fields: { [size]: 'MUST_BE_1_TO_100' },
      });
    }
    for (const none of [2 ** 31, 1.5, '1', true]) {
      expect(await refusalOf({ [size]: none })).toEqual({ code: 'BAD_USER_INPUT' });
    }
    expect(await refusalOf({ [size]: 100 })).toBeUndefined();
  });

  test('is counted from one end', async () => {
    expect(await refusalOf({ first: 1, last: 1 })).toEqual({
      code: 'INVALID_INPUT',
      fields: { last: 'NOT_TOGETHER_WITH_FIRST' },
    });
  });
});

test.each(['100', '$n'])('full pages within full pages are refused: first: %s', (first) => {
  const within = (levels: number): string =>
    levels
      ? `affiliations(first: ${first}) { nodes { person { ${levels > 1 ? within(levels - 1).replace('person', 'organisation') : 'id'} } } }`
      : 'id';
  const complaints = (levels: number) =>
    validate(
      schema,
      parse(`query ($n: Int = 100) { organisation(id: "") { ${within(levels)} } }`),
      [limited()],
    ).map(({ message }) => message);
  expect(complaints(2)).toEqual([]);
  expect(complaints(5)).toContain(
    'The question is too large: at most 200000 values in its answer.',
  );
});
