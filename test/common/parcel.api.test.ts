import { expect } from 'vitest';

import { Reader } from '#server/common/Reader.ts';
import { fromBytes } from '#server/common/byteText.ts';
import { sql } from '#server/common/sql.ts';
import { Statement } from '#server/common/Statement.ts';
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

/** Rows that do not fit into what a socket gives at once, and are cut wherever it may be. */
const many = new Statement(sql`
  select n::text, 'Ødegård جمعية 🌱 ' || n, nullif('', ''), '', repeat('æ', case n when 1500 then 150000 else n % 90 end)
  from generate_series(1, 3000) as n`);

test('rows say in bytes what they say in words, wherever they were cut on their way', async ({
  committed,
}) => {
  const reader = new Reader(committed.pool);
  const asked = { context: {} as never, args: {} };
  const [bytes, one, failed, words, more] = await Promise.all([
    reader.byteRows(many, asked),
    reader.rows(sql`select ${'én'}`),
    outcome(reader.byteRows(new Statement(sql`select 1 / ${0}::int`), asked)),
    reader.rawRows(many, asked),
    reader.byteRows(many, asked),
  ]);
  expect(one).toEqual([['én']]);
  expect(failed).toBe('22012');
  expect(words[0]).toEqual(['1', 'Ødegård جمعية 🌱 1', null, '', 'æ']);
  expect(words[1499]?.[4]).toHaveLength(150_000);
  for (const rows of [bytes, more]) {
    expect(rows.map((row) => row.map((value) => value && fromBytes(value)))).toEqual(words);
  }
});
