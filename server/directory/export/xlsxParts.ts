import type { Cell } from './exportColumns.ts';
import type { ExportWords } from './exportWords.ts';
import type { Made } from './Made.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The styles of cells, by their place in `xl/styles.xml`. */
const style = { plain: 0, heading: 1, day: 2, wrapped: 3 } as const;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (sign) => escapes[sign] as string)
    // What stands for a character by its number would be one: the underscore is.
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** Everything of a workbook but its two sheets, by where it stands in the archive. */
export function fixedParts(words: ExportWords): readonly (readonly [path: string, text: string])[] {
  const names = [
    words.formatMessage({ id: 'export.sheet' }),
    words.formatMessage({ id: 'export.about' }),
  ];
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
        .map(
          (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    ],
  ];
}

/** The sheet of the records, in pieces: a heading that stays when one scrolls, and a line for each. */
export async function* dataSheet(
  headings: readonly string[],
  pieces: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${headings
      .map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="24" customWidth="1"/>`)
      .join('')}</cols><sheetData>${lineOf(headings, style.heading)}`,
  );
  for await (const batch of pieces) {
    if (batch.length) yield Buffer.from(batch.map((cells) => lineOf(cells)).join(''));
  }
  yield Buffer.from('</sheetData></worksheet>');
}

/** The sheet that says what the file is. */
export function aboutSheet({
  words,
  at,
  by,
  purpose,
  reason,
  search,
  organisations,
  people,
}: Made): string {
  const told: readonly (readonly [label: string, value: Cell])[] = [
    [
      words.formatMessage({ id: 'export.about.at' }),
      words.formatDate(at, { dateStyle: 'long', timeStyle: 'short' }),
    ],
    [words.formatMessage({ id: 'export.about.by' }), by],
    [words.formatMessage({ id: 'export.about.purpose' }), purpose],
    ...(reason ? [[words.formatMessage({ id: 'export.about.reason' }), reason] as const] : []),
    [words.formatMessage({ id: 'export.about.search' }), search.join('; ')],
    [words.formatMessage({ id: 'recordKind.ORGANISATION' }), organisations],
    [words.formatMessage({ id: 'recordKind.PERSON' }), people],
    [words.formatMessage({ id: 'export.about.care' }), words.formatMessage({ id: 'export.care' })],
  ];
  return `${head}<worksheet xmlns="${main}"><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>${told
    .map(
      ([label, value]) =>
        `<row>${cellOf(label, style.heading)}${cellOf(value, style.wrapped)}</row>`,
    )
    .join('')}</sheetData></worksheet>`;
}

const lineOf = (cells: readonly Cell[], as?: number): string =>
  `<row>${cells.map((cell) => cellOf(cell, as)).join('')}</row>`;

/** Days since the last of 1899, as spreadsheets count them. */
const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

function cellOf(cell: Cell, as: number = style.plain): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c s="${as}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c s="${style.day}"><v>${serialOf(cell.day)}</v></c>`;
  return `<c t="inlineStr" s="${as}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}
