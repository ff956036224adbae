import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { plainText } from '#server/common/plainText.ts';
import { type Cell, exportColumns } from './exportColumns.ts';
import type { ExportForm } from './ExportForm.ts';
import type { ExportWords } from './exportWords.ts';
import { nameOfEnum } from './nameOfEnum.ts';

/** Tabell. One line for each record, one cell for each column; what two spreadsheets have in common. */
export function tableOf(
  columns: readonly ExportColumn[],
): Pick<ExportForm<readonly Cell[]>, 'needs' | 'tell'> {
  const rules = columns.map((column) => exportColumns[column]);
  const needsOf = (record: 'organisation' | 'person') =>
    ['id', ...rules.flatMap((rule) => rule[record]?.needs ?? [])].join(' ');
  return {
    needs: { organisation: needsOf('organisation'), person: needsOf('person') },
    tell: (exported, telling) =>
      rules.map(({ organisation, person }) => {
        const cell =
          exported.record === 'organisation'
            ? organisation?.cell(exported.row, telling)
            : person?.cell(exported.row, telling);
        return typeof cell === 'string' ? plainText(cell) : (cell ?? null);
      }),
  };
}

/** What stands above the columns. */
export const headingsOf = (columns: readonly ExportColumn[], words: ExportWords): string[] =>
  columns.map((column) =>
    words.formatMessage({ id: `export.column.${nameOfEnum(ExportColumn, column)}` }),
  );
