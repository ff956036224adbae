import { expect } from 'vitest';

import { Reader } from '#server/common/Reader.ts';
import { sql } from '#server/common/sql.ts';
import { test } from '#test/support/world.ts';

const outcome = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((error: { code?: string }) => error.code);

test('of statements that travel together, the one that fails fails alone, each time', async ({
  committed,
}) => {
  const reader = new Reader(committed.pool);
  for (const _each of ['not prepared yet', 'prepared']) {
    const answers = await Promise.all([
      outcome(reader.rows(sql`select ${1}::int, 'one'`)),
      outcome(reader.rows(sql`select 1 / ${0}::int`)),
      outcome(reader.rows(sql`select ${['a', 'b']}::text[], null, true`)),
      outcome(reader.query({ name: 'by names', text: 'select $1::date as day', values: [null] })),
      outcome(reader.query('select 5 as five')),
    ]);
    expect(answers).toMatchObject([
      [[1, 'one']],
      '22012',
      [[['a', 'b'], null, true]],
      { rows: [{ day: null }] },
      { rows: [{ five: 5 }] },
    ]);
  }
  expect(reader.statements).toBe(6);
});

test('a statement that does not stand on its feet fails, and the next one is answered', async ({
  committed,
}) => {
  const reader = new Reader(committed.pool);
  expect(await outcome(reader.rows(sql`select nothing from nowhere`))).toBe('42P01');
  expect(await outcome(reader.rows(sql`select ${2}::int`))).toEqual([[2]]);
});
