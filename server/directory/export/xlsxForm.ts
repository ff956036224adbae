import { type PassThrough, Readable } from 'node:stream';

import { ZipFile } from 'yazl';

import type { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import type { Cell } from './exportColumns.ts';
import type { ExportForm } from './ExportForm.ts';
import type { Made } from './Made.ts';
import { aboutSheet, dataSheet, fixedParts } from './xlsxParts.ts';
import { headingsOf, tableOf } from './tableOf.ts';

/** Excel has no room for more lines in a sheet; one of them is the heading. */
export const mostInSheet = 1_048_575;

/**
 * Regneark. Two sheets: the records, and what the file is: who made it, when, for what, and what was searched for.
 *
 * Every text is a text of its own in its cell, so nothing in it is a formula, whatever it begins with. The sheet is written while it is
 * read, line by line into the archive: however many there are, only a batch of them is in memory.
 */
export function xlsxForm(columns: readonly ExportColumn[]): ExportForm<readonly Cell[]> {
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    ...tableOf(columns),
    write: (pieces, made) => archived(columns, pieces, made),
  };
}

function archived(
  columns: readonly ExportColumn[],
  pieces: AsyncIterable<readonly (readonly Cell[])[]>,
  made: Made,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  // Declared as the oldest kind of stream, and made as this.
  const output = zip.outputStream as unknown as PassThrough;
  for (const [path, text] of fixedParts(made.words)) zip.addBuffer(Buffer.from(text), path);
  zip.addBuffer(Buffer.from(aboutSheet(made)), 'xl/worksheets/sheet2.xml');
  const sheet = Readable.from(dataSheet(headingsOf(columns, made.words), pieces), {
    objectMode: false,
  });
  // An archive knows no way to fail: whoever reads it is told instead.
  sheet.once('error', (error) => output.destroy(error));
  output.once('close', () => sheet.destroy());
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
}
