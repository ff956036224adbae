import { csvRows, separatorOf } from './csvRows.ts';
import { decode } from './decode.ts';
import type { Sheet } from './SheetRow.ts';
import { UnreadableFile } from './UnreadableFile.ts';
import { xlsxRows } from './xlsxRows.ts';

const zip = Buffer.from('PK\u0003\u0004', 'latin1');
const emptyZip = Buffer.from('PK\u0005\u0006', 'latin1');
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** What begins so is something else, whatever it is called. */
const others = [
  '%PDF',
  '{\\rtf',
  '\u007fELF',
  'MZ',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  '<!DOCTYPE',
  '<html',
  '<?xml',
  '7z\u00bc\u00af',
  'Rar!',
].map((start) => Buffer.from(start, 'latin1'));

/**
 * Åpner et regneark. Says what a file is by what is in it, never by its name, and begins to read its rows.
 *
 * Throws UnreadableFile, also later, while the rows are read.
 */
export function openSheet(bytes: Buffer): Sheet {
  if (bytes.length === 0) throw new UnreadableFile('EMPTY_FILE');
  const begins = (start: Buffer) => bytes.subarray(0, start.length).equals(start);
  if (begins(zip) || begins(emptyZip)) {
    return { format: 'xlsx', encoding: null, separator: null, rows: xlsxRows(bytes) };
  }
  if (begins(compound)) throw new UnreadableFile('OLD_OR_LOCKED_EXCEL');
  if (others.some(begins)) throw new UnreadableFile('NOT_A_SPREADSHEET');
  const { bytes: text, encoding } = decode(bytes);
  if (isBinary(text)) throw new UnreadableFile('NOT_A_SPREADSHEET');
  const { separator, from } = separatorOf(text);
  return { format: 'csv', encoding, separator, rows: csvRows(text.subarray(from), separator) };
}

/** A text may have a control character that got in by mistake; what is full of them is none. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 8_000);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  return controls > Math.max(4, sample.length / 20);
}
