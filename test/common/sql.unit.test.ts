import { expect, test } from 'vitest';

import { every, join, name, raw, render, sql } from '#server/common/sql.ts';

test('pieces are spliced, values become parameters in order', () => {
  const inner = sql`kind = ${'a'}`;
  expect(render(sql`select ${name('id')} from t where ${inner} and n > ${3}`)).toEqual({
    text: 'select "id" from t where kind = $1 and n > $2',
    values: ['a', 3],
  });
});

test('what was typed never becomes part of the text', () => {
  const typed = "'; drop table person; --";
  expect(render(sql`select ${typed}`)).toEqual({ text: 'select $1', values: [typed] });
});

test('lists of pieces keep their values', () => {
  expect(render(every([sql`a = ${1}`, sql`b = ${2}`]))).toEqual({
    text: '(a = $1 and b = $2)',
    values: [1, 2],
  });
  expect(render(every([])).text).toBe('true');
  expect(render(join([raw('x'), raw('y')], ', ')).text).toBe('x, y');
});
