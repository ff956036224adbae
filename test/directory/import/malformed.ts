import { deflateRawSync } from 'node:zlib';

import { aWorkbook, workbookParts } from './aWorkbook.ts';
import { aZip } from './aZip.ts';

/** A file that somebody might bring, and what is said of it. */
export interface Malformed {
  readonly what: string;
  readonly bytes: Buffer;
  /** Why the file as a whole will not do; null where some of its rows may. */
  readonly refused?: string;
  /** `line:column:reason` of each flaw. */
  readonly flaws?: readonly string[];
  /** How many rows can be taken in. */
  readonly good?: number;
}

const utf16 = (text: string, isBig = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

const csv = (text: string): Buffer => Buffer.from(text);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const simple = 'Navn;Kommune\nÆrlig forening;Oslo\nØstlig forening;Tromsø\n';
const withCell = (cell: string, heading = 'Telefon') =>
  csv(`Navn;${heading};Kommune\nPrøveforeningen;${cell};Oslo\nDen andre;;Oslo\n`);

const sheet = (...rows: Parameters<typeof aWorkbook>[0][number][]) =>
  aWorkbook([['Navn', 'Telefon', 'Kommune'], ...rows]);

const good = ['Prøveforeningen', '22222222', 'Oslo'];

/** A hundred to one is still a spreadsheet; a thousand to one is not. */
const swelling = (megabytes: number): Buffer =>
  deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024));

/** Ødelagte filer. What comes out of other people's programs, and what somebody with bad intent would send: made here, byte by byte. */
export const malformed: readonly Malformed[] = [
  // How texts are written.
  { what: 'UTF-8', bytes: csv(simple), good: 2 },
  { what: 'UTF-8 with a mark', bytes: csv(`\ufeff${simple}`), good: 2 },
  { what: 'Latin-1', bytes: latin(simple), good: 2 },
  {
    what: 'Windows-1252 with its own marks',
    bytes: Buffer.concat([
      latin('Navn;Kommune\n'),
      Buffer.from([0x93]),
      latin('Ærlig'),
      Buffer.from([0x94]),
      latin(';Oslo\nDen andre;Oslo\n'),
    ]),
    good: 2,
  },
  { what: 'UTF-16, little end first', bytes: utf16(simple), good: 2 },
  { what: 'UTF-16, big end first', bytes: utf16(simple, true), good: 2 },
  { what: 'UTF-16 without a mark', bytes: Buffer.from(simple, 'utf16le'), good: 2 },
  {
    what: 'UTF-16 with half a letter at the end',
    bytes: Buffer.concat([utf16('Navn;Kommune\nEn;Oslo\nTo;Oslo'), Buffer.from([0x41])]),
    flaws: ['3:1:UNREADABLE_LETTERS'],
    good: 1,
  },
  {
    what: 'UTF-8 that turns into Latin-1 half-way',
    bytes: Buffer.concat([
      csv('Navn;Kommune\nÆrlig forening;Oslo\n'),
      latin('Østlig forening;Tromsø\n'),
    ]),
    good: 2,
  },
  {
    what: 'letters that no encoding has',
    bytes: csv('Navn;Kommune\nPr\ufffdve;Oslo\nDen andre;Oslo\n'),
    flaws: ['2:0:UNREADABLE_LETTERS'],
    good: 1,
  },
  // What parts cells.
  {
    what: 'commas',
    bytes: csv('Navn,Kommune\n"Mat, dans og prat",Oslo\nDen andre,Oslo\n'),
    good: 2,
  },
  { what: 'tabs', bytes: csv('Navn\tKommune\nEn\tOslo\nTo\tOslo\n'), good: 2 },
  { what: 'upright lines', bytes: csv('Navn|Kommune\nEn|Oslo\nTo|Oslo\n'), good: 2 },
  {
    what: 'a line that says what parts cells',
    bytes: csv('sep=;\r\nNavn;Kommune\r\nEn;Oslo\r\nTo;Oslo\r\n'),
    good: 2,
  },
  {
    what: 'semicolons that turn into commas half-way',
    bytes: csv('Navn;Kommune;Telefon\nEn;Oslo;22222222\nTo,Oslo,22222223\nTre;Oslo;22222224\n'),
    flaws: ['3:row:OTHER_SEPARATOR'],
    good: 2,
  },
  {
    what: 'more cells than headings',
    bytes: csv('Navn;Kommune\nEn;Oslo;for mye\nTo;Oslo;;\n'),
    flaws: ['2:row:TOO_MANY_CELLS'],
    good: 1,
  },
  {
    what: 'fewer cells than headings',
    bytes: csv('Navn;Kommune;Telefon\nEn;Oslo\nTo;Oslo;\n'),
    good: 2,
  },
  // Lines.
  { what: 'line ends of Windows', bytes: csv('Navn;Kommune\r\nEn;Oslo\r\nTo;Oslo\r\n'), good: 2 },
  { what: 'line ends of old Macs', bytes: csv('Navn;Kommune\rEn;Oslo\rTo;Oslo\r'), good: 2 },
  {
    what: 'line ends of all kinds',
    bytes: csv('Navn;Kommune\r\nEn;Oslo\nTo;Oslo\rTre;Oslo'),
    good: 3,
  },
  {
    what: 'empty lines in between',
    bytes: csv('\n\nNavn;Kommune\n\n;;\nEn;Oslo\n\n\nTo;Ukjentby\n'),
    flaws: ['9:1:UNKNOWN'],
    good: 1,
  },
  {
    what: 'several lines in a cell',
    bytes: csv('Navn;Kommune;Postadresse\n"En\nforening";Oslo;"Gata 1\n0182 Oslo"\nTo;Ukjentby;\n'),
    flaws: ['5:1:UNKNOWN'],
    good: 1,
  },
  {
    what: 'a title above the headings',
    bytes: csv(
      'Liste over foreninger;;\nOppdatert 1.2.2025;;\n\nNavn;Kommune;Merknad\nEn;Oslo;\nTo;Oslo;\n',
    ),
    good: 2,
  },
  {
    what: 'the headings once more in the middle',
    bytes: csv('Navn;Kommune\nEn;Oslo\nNavn;Kommune\nTo;Oslo\n'),
    flaws: ['3:row:HEADINGS_AGAIN'],
    good: 2,
  },
  // Quotation marks.
  {
    what: 'a mark that is not closed',
    bytes: csv('Navn;Kommune;Telefon\nEn;Oslo;22222222\n"To;Oslo;22222223\nTre;Oslo;22222224\n'),
    flaws: ['3:row:QUOTE_NOT_CLOSED'],
    good: 2,
  },
  {
    what: 'a mark that is closed by another cell',
    bytes: csv('Navn;Kommune;Telefon\nEn;"Oslo;22222222\nTo;Oslo;22222223\nTre;"Oslo";22222224\n'),
    flaws: ['2:row:QUOTE_NOT_CLOSED'],
    good: 2,
  },
  {
    what: 'marks inside a name',
    bytes: csv('Navn;Kommune\nForeningen "Samhold" i byen;Oslo\n"Foreningen ""Håp""";Oslo\n'),
    good: 2,
  },
  {
    what: 'letters after a closed mark',
    bytes: csv('Navn;Kommune\n"En"forening;Oslo\nTo;Oslo\n'),
    good: 2,
  },
  {
    what: 'a mark alone at the end',
    bytes: csv('Navn;Kommune;Telefon\nEn;Oslo;22222222\nTo;Oslo;"'),
    flaws: ['3:row:QUOTE_NOT_CLOSED'],
    good: 1,
  },
  // Sizes.
  {
    what: 'a thousand columns',
    bytes: csv(`${Array.from({ length: 1_000 }, (_, at) => `K${at}`).join(';')}\nEn\n`),
    refused: 'TOO_MANY_COLUMNS',
  },
  {
    what: 'a thousand cells in one row',
    bytes: csv(`Navn;Kommune\nEn;Oslo\nTo;Oslo${';x'.repeat(1_000)}\n${'\n'.repeat(12)}Tre;Oslo\n`),
    refused: 'TOO_MANY_COLUMNS',
  },
  {
    what: 'a cell of a megabyte',
    bytes: csv(`Navn;Kommune\nEn;Oslo\nTo;${'x'.repeat(1_000_000)}\nTre;Oslo\n`),
    flaws: ['3:row:ROW_TOO_LONG'],
    good: 2,
  },
  {
    what: 'a cell of twenty kilobytes',
    bytes: csv(`Navn;Kommune;Telefon\nEn;Oslo;22222222\nTo;Oslo;${'x'.repeat(20_000)}\n`),
    flaws: ['3:2:TOO_LONG'],
    good: 2,
  },
  {
    what: 'a name of ten thousand letters',
    bytes: csv(`Navn;Kommune\n${'n'.repeat(9_999)};Oslo\nTo;Oslo\n`),
    flaws: ['2:0:TOO_LONG'],
    good: 1,
  },
  // What no cell takes.
  {
    what: 'a NUL',
    bytes: csv('Navn;Kommune\nE\u0000n;Oslo\nTo;Oslo\n'),
    flaws: ['2:0:CONTROL_CHARACTERS'],
    good: 1,
  },
  {
    what: 'a bell and an escape',
    bytes: csv('Navn;Kommune\nEn\u0007;Oslo\nTo\u001b[31m;Oslo\nTre;Oslo\n'),
    flaws: ['2:0:CONTROL_CHARACTERS', '3:0:CONTROL_CHARACTERS'],
    good: 1,
  },
  {
    what: 'direction marks around a name',
    bytes: csv('Navn;Kommune\n\u202eEn\u202c;Oslo\nTo;Oslo\n'),
    good: 2,
  },
  {
    what: 'a formula',
    bytes: withCell('=HYPERLINK("https://example.org";"her")'.replace(';', ',')),
    flaws: ['2:1:FORMULA'],
    good: 2,
  },
  {
    what: 'a formula that keeps a zero',
    bytes: withCell('"=""22222222"""'),
    flaws: ['2:1:FORMULA'],
    good: 2,
  },
  {
    what: 'a formula behind a plus',
    bytes: withCell("+cmd|' /C calc'!A0"),
    flaws: ['2:1:FORMULA'],
    good: 2,
  },
  { what: 'a formula behind an at', bytes: withCell('@SUM(1+1)'), flaws: ['2:1:FORMULA'], good: 2 },
  {
    what: 'a formula in a name',
    bytes: csv('Navn;Kommune\n=1+1;Oslo\nTo;Oslo\n'),
    flaws: ['2:0:FORMULA'],
    good: 1,
  },
  { what: 'a number with a plus, which is none', bytes: withCell('+47 22 22 22 22'), good: 2 },
  {
    what: 'a number that cannot be one',
    bytes: withCell('ring oss'),
    flaws: ['2:1:NOT_A_PHONE_NUMBER'],
    good: 2,
  },
  {
    what: 'an address that is none',
    bytes: withCell('post(at)example.org', 'E-post'),
    flaws: ['2:1:NOT_AN_EMAIL_ADDRESS'],
    good: 2,
  },
  {
    what: 'a page that is a script',
    bytes: withCell('javascript:alert(1)', 'Nettside'),
    flaws: ['2:1:NOT_A_WEB_ADDRESS'],
    good: 2,
  },
  {
    what: 'a wrong check digit',
    bytes: withCell('974760674', 'Orgnr'),
    flaws: ['2:1:WRONG_CHECK_DIGIT'],
    good: 1,
  },
  {
    what: 'no headings at all',
    bytes: csv('Første forening;974760673\nAndre forening;999999999\n'),
    good: 2,
  },
  // Files that are something else.
  { what: 'nothing', bytes: Buffer.alloc(0), refused: 'EMPTY_FILE' },
  { what: 'headings and nothing below', bytes: csv('Navn;Kommune\n'), refused: 'NO_ROWS' },
  { what: 'only line ends', bytes: csv('\n\n\n'), refused: 'NO_ROWS' },
  {
    what: 'a picture',
    bytes: Buffer.concat([Buffer.from([0x89]), latin('PNG\r\n\u001a\n'), Buffer.alloc(100)]),
    refused: 'NOT_A_SPREADSHEET',
  },
  { what: 'a PDF called csv', bytes: csv('%PDF-1.7\n1 0 obj\n'), refused: 'NOT_A_SPREADSHEET' },
  {
    what: 'a web page',
    bytes: csv('<!DOCTYPE html><script>alert(1)</script>'),
    refused: 'NOT_A_SPREADSHEET',
  },
  {
    what: 'an old or locked Excel file',
    bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    refused: 'OLD_OR_LOCKED_EXCEL',
  },
  {
    what: 'noise',
    bytes: Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 97 + (at >> 3)) % 32)),
    refused: 'NOT_A_SPREADSHEET',
  },
  // Workbooks.
  { what: 'a workbook', bytes: sheet(good, ['Den andre', '', 'Bergen']), good: 2 },
  {
    what: 'a workbook with numbers as numbers',
    bytes: sheet(['Prøveforeningen', 22222222, 'Oslo']),
    good: 1,
  },
  {
    what: 'a workbook with a formula and what it came to',
    bytes: sheet([
      'Prøveforeningen',
      { xml: ' t="str"><f>"22"&amp;"222222"</f><v>22222222</v>' },
      'Oslo',
    ]),
    flaws: ['2:1:FORMULA'],
    good: 1,
  },
  {
    what: 'a workbook with a formula for a name',
    bytes: sheet([{ xml: ' t="str"><f>A1</f><v>Navn</v>' }, '', 'Oslo'], good),
    flaws: ['2:0:FORMULA'],
    good: 1,
  },
  {
    what: 'a workbook that is cut short',
    bytes: sheet(good).subarray(0, 400),
    refused: 'BROKEN_FILE',
  },
  {
    what: 'a workbook whose sheet is no XML',
    bytes: aZip(
      workbookParts([good]).map((part) =>
        part.name.endsWith('sheet1.xml')
          ? { ...part, content: '<worksheet><row></worksheet>' }
          : part,
      ),
    ),
    refused: 'BROKEN_FILE',
  },
  {
    what: 'a workbook with a document type',
    bytes: aZip(
      workbookParts([good]).map((part) =>
        part.name.endsWith('sheet1.xml')
          ? {
              ...part,
              content:
                '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
            }
          : part,
      ),
    ),
    refused: 'BROKEN_FILE',
  },
  {
    what: 'an archive without a sheet',
    bytes: aZip([{ name: 'lesmeg.txt', content: 'Hei' }]),
    refused: 'NOT_A_SPREADSHEET',
  },
  {
    what: 'a workbook with macros',
    bytes: aWorkbook([['Navn'], ['En']], [{ name: 'xl/vbaProject.bin', content: 'x' }]),
    refused: 'HAS_MACROS',
  },
  {
    what: 'a workbook with links to others',
    bytes: aWorkbook(
      [['Navn'], ['En']],
      [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }],
    ),
    refused: 'HAS_EXTERNAL_LINKS',
  },
  {
    what: 'an archive in a workbook',
    bytes: aWorkbook(
      [['Navn'], ['En']],
      [{ name: 'xl/media/inni.zip', content: aZip([{ name: 'a' }]) }],
    ),
    refused: 'HAS_FILES_INSIDE',
  },
  {
    what: 'a workbook that would write elsewhere',
    bytes: aWorkbook([['Navn'], ['En']], [{ name: '../../etc/passwd', content: 'x' }]),
    refused: 'UNSAFE_ZIP',
  },
  {
    what: 'a workbook that swells a thousandfold',
    bytes: aWorkbook(
      [['Navn'], ['En']],
      [{ name: 'xl/media/null.xml', packed: swelling(300), size: 300 * 1024 * 1024 }],
    ),
    refused: 'ZIP_BOMB',
  },
  {
    what: 'a workbook that swells and says it does not',
    bytes: aZip(
      workbookParts([good]).map((part) =>
        part.name.endsWith('sheet1.xml')
          ? { name: part.name, packed: swelling(300), size: 5_000 }
          : part,
      ),
    ),
    refused: 'BROKEN_FILE',
  },
  {
    what: 'a workbook of two thousand parts',
    bytes: aWorkbook(
      [['Navn'], ['En']],
      Array.from({ length: 2_000 }, (_, at) => ({ name: `xl/media/${at}.xml` })),
    ),
    refused: 'TOO_MANY_PARTS',
  },
];
