import fc from 'fast-check';
import { describe, expect } from 'vitest';

import { registerSchema as schema } from '#test/support/registerSchema.ts';
import { test } from '#test/support/world.ts';
import { type AskedPage, connectionPlaces } from './connectionPlaces.ts';
import { pageScenes, type Standing } from './pageScenes.ts';
import { runs } from './question/runs.ts';
import { type Happening, WalkedList } from './WalkedList.ts';

const standing = fc.constantFrom<Standing[]>(0, 1, 2, 3, 4);
const happening = fc.record<Happening>({
  what: fc.constantFrom('comes', 'moves', 'leaves'),
  at: fc.nat(50),
  standing,
});

/** What is in a list, how it is walked through, and what happens between the pages. */
const walks = fc.record({
  rows: fc.array(standing, { maxLength: 12 }),
  sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  between: fc.array(fc.array(happening, { maxLength: 3 }), { maxLength: 6 }),
});

const ways = {
  onward: {
    size: 'first',
    from: 'after',
    next: 'endCursor',
    goesOn: 'hasNextPage',
    hasBegun: 'hasPreviousPage',
    turned: (ids: readonly string[]) => [...ids],
  },
  backward: {
    size: 'last',
    from: 'before',
    next: 'startCursor',
    goesOn: 'hasPreviousPage',
    hasBegun: 'hasNextPage',
    turned: (ids: readonly string[]) => ids.toReversed(),
  },
} as const;

describe.each(connectionPlaces(schema))('$name', (place) => {
  test.for(['onward', 'backward'] as const)(
    'gives each row once, walked %s while rows come, move and leave',
    async (direction, { world }) => {
      const { size, from, next, goesOn, hasBegun, turned } = ways[direction];
      const scene = pageScenes[place.name];
      if (!scene) throw new Error(`Say in pageScenes.ts how rows come into ${place.name}`);

      /** Walks to the end; gives what was seen, in the order of walking. */
      async function walk(list: WalkedList, sizes: readonly number[], between: Happening[][]) {
        const seen: string[] = [];
        let cursor: string | null = null;
        for (let turn = 0; ; turn += 1) {
          const most = sizes[turn % sizes.length] ?? 1;
          const { edges, pageInfo, totalCount }: AskedPage = await list.page({
            [size]: most,
            [from]: cursor,
          });
          const whole = turned(list.inOrder());
          const ids = turned(edges.map(({ node }) => node.id));
          // A walk that never ends is going in circles.
          expect(turn).toBeLessThan(50);
          const begin = ids[0] ? whole.indexOf(ids[0]) : whole.length;
          expect(ids).toEqual(whole.slice(begin, begin + most));
          expect(totalCount).toBe(whole.length);
          expect(pageInfo).toEqual({
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
            [goesOn]: begin + ids.length < whole.length,
            [hasBegun]: cursor !== null,
          });
          seen.push(...ids);
          if (!pageInfo[goesOn]) return seen;
          cursor = pageInfo[next];
          for (const it of between[turn] ?? []) await list.happens(it);
        }
      }

      await fc.assert(
        fc
          .asyncProperty(walks, async ({ rows, sizes, between }) => {
            const list = new WalkedList(world, place, scene());
            await list.begin(rows);
            const seen = await walk(list, sizes, between);
            const unmoved = seen.filter((id) => !list.moved.has(id));
            expect(new Set(unmoved).size).toBe(unmoved.length);
            expect(seen.filter((id) => list.steady.has(id))).toEqual(
              turned(list.inOrder()).filter((id) => list.steady.has(id)),
            );
          })
          .beforeEach(() => world.pool.query('savepoint walk'))
          .afterEach(() => world.pool.query('rollback to savepoint walk')),
        runs(8),
      );
    },
  );
});
