import { expect, test } from 'vitest';

import { pack, rowsIn, unpackRow } from '#server/common/packed.ts';

test('rows that are packed are unpacked as they were, whatever is missing in them', () => {
  const rows = [
    ['good', '51', null],
    [null, '{3,14}', 'true'],
    [null, null, null],
  ];
  expect(rowsIn(pack(rows)).map(unpackRow)).toEqual(rows);
});
