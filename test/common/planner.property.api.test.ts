import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Way } from '#server/context.ts';
import type { Database } from '#server/orm.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { aCoordinator, aReader, aViewer } from '#test/support/viewers.ts';
import { type Answer, type World, worldOver } from '#test/support/world.ts';
import { purposesOf } from '#server/access/permissions.ts';
import { type Holdings, holdingsOf } from './question/Holdings.ts';
import { openTo } from './question/openTo.ts';
import type { Question } from './question/Question.ts';
import { randomQuestion } from './question/randomQuestion.ts';
import { runs } from './question/runs.ts';
import { registerSchema as schema } from '#test/support/registerSchema.ts';

const everyone: [name: string, Viewer | null][] = [
  ['a stranger', null],
  ...Object.entries(Role).map(([name, role]): [string, Viewer] => [name, aViewer(role)]),
];

let database: Database;
let world: World;
let holdings: Holdings;

beforeAll(async () => {
  database = await openSeedWorld();
  world = await worldOver(database);
  holdings = await holdingsOf(world, schema);
});

afterAll(() => database.close());

/** What somebody may ask, also for the purposes that are theirs; a stranger asks for everything. */
const questionsOf = (viewer: Viewer | null) =>
  viewer
    ? randomQuestion(openTo(viewer, schema), holdings, purposesOf(viewer.permissions))
    : randomQuestion(schema, holdings);

/** An answer as far as all ways must agree on it: its data to the letter, and what is refused where; not what of that comes first. */
const told = ({ data, errors = [] }: Answer): string =>
  JSON.stringify({
    data,
    errors: errors
      .map(({ message, path, extensions }) => JSON.stringify({ path, message, extensions }))
      .sort(),
  });

/** Where two texts part, with what stands around it; null where they do not. */
function parting(one: string, other: string): string | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 100);
  return `${around(one)}\n${around(other)}`;
}

async function askInAllWays(viewer: Viewer | null, question: Question): Promise<Answer> {
  const { document, variables, locale } = question;
  const ask = (way: Way) => world.ask(viewer, document, variables, locale, way);
  const planned = await ask('planned');
  for (const way of ['written', 'unplanned'] as const) {
    const answer = await ask(way);
    expect(parting(told(planned), told(answer)), `planned and ${way}`).toBeNull();
    // What nothing is wrong with is written, whatever it is; what is refused, graphql-js words.
    expect(answer.isWritten).toBe(way === 'written' && !planned.errors);
  }
  return planned;
}

describe('whatever is asked, it is answered the same, written, planned or unplanned', () => {
  test.each(everyone)('for %s', async (_name, viewer) => {
    await fc.assert(
      fc.asyncProperty(questionsOf(viewer), async (question) => {
        const { data, errors } = await askInAllWays(viewer, question);
        if (viewer) expect(errors).toBeUndefined();
        for (const another of [question.onwards(data), question.tooMuch()]) {
          if (another) await askInAllWays(viewer, another);
        }
      }),
      runs(25),
    );
  });
});

test('what is asked for along with other things is answered as it is alone', async () => {
  const ask = ({ document, variables, locale }: Question) =>
    world.ask(aCoordinator(), document, variables, locale);
  await fc.assert(
    fc.asyncProperty(questionsOf(aCoordinator()), fc.nat(), async (question, at) => {
      const [whole, part] = await Promise.all([ask(question), ask(question.part(schema, at))]);
      expect(part.errors).toBeUndefined();
      expect(whole.data).toMatchObject(part.data!);
    }),
    runs(100),
  );
});

test('a document that was asked before is answered as if it were new, whoever asks, for whatever', async () => {
  await fc.assert(
    fc.asyncProperty(randomQuestion(schema, holdings), async (question) => {
      for (const asked of [question, question.otherwise()]) {
        for (const [viewer, locale] of [
          [aReader(), 'nb'],
          [aCoordinator(), 'en'],
        ] as const) {
          const ask = ({ document, variables }: Question) =>
            world.ask(viewer, document, variables, locale);
          expect(parting(told(await ask(asked.anew())), told(await ask(asked)))).toBeNull();
        }
      }
    }),
    runs(50),
  );
});
