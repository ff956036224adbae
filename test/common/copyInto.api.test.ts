import fc from 'fast-check';
import { expect } from 'vitest';

import { copyInto } from '#server/common/copyInto.ts';
import { type CopiedCell, CopyText } from '#server/common/CopyText.ts';
import { test } from '#test/support/world.ts';

/** Whatever a text column takes, and what the format of `copy` could stumble over. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', '"', '{', '}', ',', "'", 'å'),
  }),
);

const row = fc.tuple(
  fc.oneof(text, fc.constant(null)),
  fc.array(text),
  fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.boolean(),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);

test('what is copied is what was given', async ({ committed }) => {
  const client = await committed.pool.connect();
  try {
    await client.query(
      'create temporary table copied (place integer, text text, texts text[], numbers integer[], known boolean, bytes bytea)',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 50 }), async (rows) => {
        const copied = new CopyText();
        for (const [place, cells] of rows.entries()) copied.add([place, ...cells]);
        await client.query('truncate copied');
        const columns = ['place', 'text', 'texts', 'numbers', 'known', 'bytes'];
        await copyInto(client, 'copied', columns, copied.pieces());

        const { rows: found } = await client.query<CopiedCell[]>({
          text: 'select text, texts, numbers, known, bytes from copied order by place',
          rowMode: 'array',
        });
        expect(found).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  } finally {
    client.release();
  }
});
