import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

import { cell } from '#seeds/common/cell.ts';
import { readRows } from '#seeds/common/readRows.ts';
import { UnreadableSeed } from '#seeds/common/UnreadableSeed.ts';

const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shape = z.object({
  code: cell.text,
  members: cell.orNull(cell.whole),
  kind: cell.oneOf({ A: 'association', G: 'group' }),
  languages: cell.list,
});

function read(text: string | Buffer) {
  writeFileSync(join(folder, 'things.csv'), text);
  return readRows(folder, 'things.csv', shape, ['code']);
}

/** What is said of a file, without the name of the temporary folder. */
function said(text: string | Buffer): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UnreadableSeed) return error.message.replaceAll(basename(folder), 'seeds');
    throw error;
  }
  throw new Error('Nothing was said');
}

const header = 'code,members,kind,languages\n';

test('a row is read with its types, and knows where it stands', () => {
  const [first, second] = read(`${header}a,12,association,so|ar\n\n"b, with a comma",,group,\n`);

  expect(first?.fact).toEqual({
    code: 'a',
    members: 12,
    kind: 'association',
    languages: ['so', 'ar'],
  });
  expect(second?.fact).toEqual({
    code: 'b, with a comma',
    members: null,
    kind: 'group',
    languages: [],
  });
  expect(second?.at).toBe(`${basename(folder)}/things.csv, line 4`);
});

test.each([
  ['a,many,group,', 'line 2: "many" in the column members is not a whole number'],
  ['a,1,club,', 'line 2: "club" in the column kind is not one of association, group'],
  [',1,group,', 'line 2: "" in the column code is empty'],
  ['a\u0000,1,group,', 'line 2: "a\\u0000" in the column code holds control characters'],
  [' a,1,group,', 'line 2: " a" in the column code begins or ends with a blank'],
  ['a,1,group,\na,2,group,', 'line 3: "a" in the column code stands on line 2 already'],
  ['a,1', 'line 2: Invalid Record Length: columns length is 4, got 2'],
  ['"a,1,group,', 'line 2: Quote Not Closed: the parsing is finished with an opening quote'],
])('%j is refused in one sentence', (row, reason) => {
  expect(said(header + row)).toBe(
    `seeds/things.csv, ${reason}. Correct it and run again; nothing was loaded.`,
  );
});

test('a file with other columns is refused', () => {
  expect(said('code,kind\na,group\n')).toContain(
    'seeds/things.csv, line 1: the columns are code, kind, not code, members, kind, languages',
  );
});

test('a file that is not UTF-8 is refused', () => {
  expect(said(Buffer.from([...Buffer.from(header), 0xe6, 0xf8, 0xe5]))).toContain(
    'seeds/things.csv: the file is not UTF-8',
  );
});

test('a missing file is said to be missing', () => {
  expect(() => readRows(folder, 'nothing.csv', shape)).toThrow(
    `${basename(folder)}/nothing.csv: the file is missing`,
  );
});
