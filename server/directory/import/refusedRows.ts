import { stringify } from 'csv-stringify/sync';

import type { Context } from '#server/context.ts';
import { openCells } from './StagedRow.ts';
import type { Flaw } from './SheetRow.ts';

const piece = 1_000;

/**
 * Avviste rader. The rows that were not taken in, as they stood in the file, with the line and the reason: to be mended and brought again.
 *
 * A cell that a spreadsheet would work out is written so that it is not. `wording` says a flaw as people say it.
 */
export async function* refusedRows(
  { database, personalKey }: Pick<Context, 'database' | 'personalKey'>,
  id: string,
  { line, reason, wording }: { line: string; reason: string; wording: (flaw: Flaw) => string },
): AsyncGenerator<string> {
  const { rows: found } = await database.pool.query<{ headings: string[] }>(
    'select headings from import where id = $1::uuid',
    [id],
  );
  const headings = found[0]?.headings ?? [];
  const written = (cells: readonly unknown[]) =>
    stringify([[...cells]], { delimiter: ';', escape_formulas: true, record_delimiter: '\r\n' });
  // Excel takes a text for UTF-8 that begins with this.
  yield `\ufeff${written([...headings, line, reason])}`;
  for (let after = -1; ;) {
    const { rows } = await database.pool.query<{
      place: number;
      line: number;
      sealed_cells: Buffer | null;
      flaws: Flaw[];
    }>(
      `select place, line, sealed_cells, flaws from import_row where import_id = $1::uuid and outcome = 'refused' and place > $2
       order by place limit ${piece}`,
      [id, after],
    );
    for (const row of rows) {
      const cells = openCells(personalKey, { importId: id, place: row.place }, row.sealed_cells);
      const padded = headings.map((_heading, column) => cells[column] ?? '');
      const reasons = row.flaws.map((flaw) =>
        flaw.column === null ? wording(flaw) : `${headings[flaw.column] ?? ''}: ${wording(flaw)}`,
      );
      yield written([...padded, row.line, reasons.join('; ')]);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.place;
  }
}
