import { expect, test } from 'vitest';

import { pack, rowsIn, unpackRow, writtenRows } from '#server/common/packed.ts';

test('rows that are packed are unpacked as they were, whatever is missing in them', () => {
  const rows = [
    ['good', '51', null],
    [null, '{3,14}', 'true'],
    [null, null, null],
  ];
  expect(rowsIn(pack(rows)).map(unpackRow)).toEqual(rows);
});

test('rows of few words are written as a list, each once, also when there are more than are remembered', () => {
  const asked: string[] = [];
  const write = writtenRows((row) => {
    asked.push(row);
    return `<${row}>`;
  });
  const rows = Array.from({ length: 10_000 }, (_, at) => [at % 3 ? 'good' : null, String(at)]);
  const packed = pack(rows);
  const written = `[${rowsIn(packed)
    .map((row) => `<${row}>`)
    .join()}]`;
  expect(write(packed)).toBe(written);
  expect(write(packed)).toBe(written);
  asked.length = 0;
  expect(write(pack([[null], ['good', '1'], ['good', '1'], ['goo', 'd1']]))).toBe(
    '[<>,<good\u001F1>,<good\u001F1>,<goo\u001Fd1>]',
  );
  expect(new Set(asked).size).toBe(asked.length);
});
