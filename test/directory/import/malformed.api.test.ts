import { describe, expect } from 'vitest';

import { InvalidInput } from '#server/problems.ts';
import { test } from '#test/support/world.ts';
import { Brought, registerSize } from './brought.ts';
import { malformed } from './malformed.ts';

describe('of a file that is not as it should be', () => {
  test('each fault is told with its line and column, what is right can be used, and nothing is written', async ({
    committed: world,
  }) => {
    expect(malformed.length).toBeGreaterThanOrEqual(60);
    const before = await registerSize(world);
    for (const { what, bytes, refused, flaws = [], good } of malformed) {
      const brought = await Brought.file(world, bytes).catch((error: unknown) => {
        expect(error, what).toBeInstanceOf(InvalidInput);
        return (error as InvalidInput).extensions['fields'] as Record<string, string>;
      });
      if (!(brought instanceof Brought)) {
        expect.soft(brought, what).toEqual({ file: refused });
        continue;
      }
      expect.soft(refused, `${what} is read`).toBeUndefined();
      expect.soft(await brought.flaws(), what).toEqual(flaws);
      const { added = 0 } = await brought.counts();
      expect.soft(added, what).toBe(good);
    }
    expect(await registerSize(world)).toBe(before);
    const { rows } = await world.pool.query('select from import_row where sealed_cells is null');
    expect(rows).toEqual([]);
  });
});
