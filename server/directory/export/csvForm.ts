import { pipeline, Readable } from 'node:stream';

import { stringify } from 'csv-stringify';

import type { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import type { ExportSeparator } from '#schema/directory/export/ExportSeparator.ts';
import type { Cell } from './exportColumns.ts';
import type { ExportForm } from './ExportForm.ts';
import { madeInWords } from './Made.ts';
import { headingsOf, tableOf } from './tableOf.ts';

/**
 * Tekstfil. UTF-8 with a byte order mark, by which spreadsheets know it, and lines that end as RFC 4180 has them.
 *
 * What a spreadsheet would take for a formula begins with an apostrophe (OWASP ASVS 1.2.10). Who made it, when and what for is the heading of
 * a last column without cells: no reader stumbles over it, and whoever opens the file sees it.
 */
export function csvForm(
  columns: readonly ExportColumn[],
  separator: ExportSeparator,
): ExportForm<readonly Cell[]> {
  return {
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    ...tableOf(columns),
    write(pieces, made) {
      const lines = async function* () {
        yield [...headingsOf(columns, made.words), madeInWords(made)];
        for await (const batch of pieces) {
          for (const cells of batch) yield [...cells.map(asText), null];
        }
      };
      const written = stringify({
        bom: true,
        delimiter: separator,
        record_delimiter: '\r\n',
        escape_formulas: true,
      });
      // Whoever reads what is written hears of what goes wrong on the way.
      return pipeline(Readable.from(lines()), written, () => undefined);
    },
  };
}

const asText = (cell: Cell): string | number | null =>
  typeof cell === 'object' ? (cell?.day ?? null) : cell;
