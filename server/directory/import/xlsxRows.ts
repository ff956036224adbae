import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { limits } from './limits.ts';
import { openWorkbook, type Workbook } from './openWorkbook.ts';
import type { Flaw, SheetRow } from './SheetRow.ts';
import { UnreadableFile } from './UnreadableFile.ts';

/**
 * Leser Excel. The rows of the first sheet of a workbook that is not hidden, as they are unpacked.
 *
 * A formula is never worked out, nor is the result that somebody's program has left believed: its cell is refused. Cells of text, numbers,
 * days and yes or no come as one would read them.
 */
export async function* xlsxRows(bytes: Buffer): AsyncGenerator<SheetRow> {
  const workbook = await openWorkbook(bytes);
  if (!workbook.has('xl/workbook.xml')) throw new UnreadableFile('NOT_A_SPREADSHEET');
  const sheet = await firstSheet(workbook);
  const texts = workbook.has('xl/sharedStrings.xml') ? await sharedTexts(workbook) : [];
  const days = workbook.has('xl/styles.xml') ? await dayStyles(workbook) : new Set<number>();
  yield* rowsOf(workbook, sheet, texts, days);
}

interface Hearing {
  readonly open?: (tag: SaxesTagPlain) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads a part of the workbook from its beginning to its end; gives a turn after each piece. */
async function* read(workbook: Workbook, part: string, hearing: Hearing): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let wrong: Error | undefined;
  parser.on('error', (error) => {
    wrong ??= error;
  });
  // What a document says of entities of its own is nothing that a workbook has.
  parser.on('doctype', () => {
    wrong ??= new Error('A workbook has no document type');
  });
  // A prefix says nothing that the name does not.
  parser.on('opentag', (tag) => hearing.open?.({ ...tag, name: bare(tag.name) }));
  parser.on('closetag', (tag) => hearing.close?.(bare(tag.name)));
  parser.on('text', (text) => hearing.text?.(text));
  const decoder = new TextDecoder();
  const stream = await workbook.open(part);
  try {
    for await (const piece of stream) {
      parser.write(decoder.decode(piece as Buffer, { stream: true }));
      if (wrong) throw new UnreadableFile('BROKEN_FILE');
      yield;
    }
    parser.write(decoder.decode()).close();
    if (wrong) throw new UnreadableFile('BROKEN_FILE');
    yield;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('BROKEN_FILE');
  } finally {
    stream.destroy();
  }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

async function readAll(workbook: Workbook, part: string, hearing: Hearing): Promise<void> {
  // Nothing is to be done between the pieces.
  for await (const _piece of read(workbook, part, hearing));
}

async function firstSheet(workbook: Workbook): Promise<string> {
  const ids: string[] = [];
  await readAll(workbook, 'xl/workbook.xml', {
    open: ({ name, attributes }) => {
      const { state = 'visible', 'r:id': id } = attributes as Record<string, string>;
      if (name === 'sheet' && state === 'visible' && id) ids.push(id);
    },
  });
  const targets = new Map<string, string>();
  const relations = 'xl/_rels/workbook.xml.rels';
  if (workbook.has(relations)) {
    await readAll(workbook, relations, {
      open: ({ name, attributes }) => {
        const { Id: id, Target: target, TargetMode: mode } = attributes as Record<string, string>;
        if (name !== 'Relationship' || !id || !target) return;
        if (mode === 'External') throw new UnreadableFile('HAS_EXTERNAL_LINKS');
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    });
  }
  const part = targets.get(ids[0] ?? '') ?? 'xl/worksheets/sheet1.xml';
  if (!workbook.has(part)) throw new UnreadableFile('NOT_A_SPREADSHEET');
  return part;
}

/** Texts that cells point at. How it sounds in Japanese, and how it is printed, is left out. */
async function sharedTexts(workbook: Workbook): Promise<string[]> {
  const texts: string[] = [];
  let [text, isText, isAside] = ['', false, false];
  await readAll(workbook, 'xl/sharedStrings.xml', {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isAside = true;
      isText = name === 't';
    },
    text: (piece) => {
      if (isText && !isAside && text.length <= limits.cell) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') isAside = false;
      if (name === 't') isText = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

/** Which styles show a number as a day. */
async function dayStyles(workbook: Workbook): Promise<ReadonlySet<number>> {
  const own = new Set<string>();
  const styles = new Set<number>();
  let [isInside, at] = [false, 0];
  await readAll(workbook, 'xl/styles.xml', {
    open: ({ name, attributes }) => {
      const { numFmtId: id = '', formatCode = '' } = attributes as Record<string, string>;
      // Colours and quoted words aside, what names a year or a day.
      if (name === 'numFmt' && /[dy]/i.test(formatCode.replaceAll(/\[[^\]]*\]|"[^"]*"/g, '')))
        own.add(id);
      if (name === 'cellXfs') isInside = true;
      if (name === 'xf' && isInside) {
        const number = Number(id);
        if ((number >= 14 && number <= 17) || number === 22 || own.has(id)) styles.add(at);
        at += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInside = false;
    },
  });
  return styles;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

async function* rowsOf(
  workbook: Workbook,
  sheet: string,
  texts: readonly string[],
  days: ReadonlySet<number>,
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let flaws: Flaw[] = [];
  let cell: Cell | null = null;
  let [value, isValue, isFormula] = ['', false, false];
  const hearing: Hearing = {
    open: ({ name, attributes }) => {
      const { r: place, t: type = 'n', s: style = '0' } = attributes as Record<string, string>;
      if (name === 'row') {
        line = Number(place) || line + 1;
        [cells, flaws] = [[], []];
      } else if (name === 'c') {
        const column = place ? columnOf(place) : cells.length;
        if (column >= limits.columns) throw new UnreadableFile('TOO_MANY_COLUMNS');
        cell = { column, type, style: Number(style) };
        [value, isFormula] = ['', false];
      } else if (name === 'f') {
        isFormula = true;
      }
      isValue = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (isValue && cell && value.length <= limits.cell) value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && cell) {
        if (isFormula) flaws.push({ column: cell.column, reason: 'FORMULA' });
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = isFormula ? '' : shown(value, cell, texts, days);
        cell = null;
      }
      if (name === 'row' && (flaws.length || cells.some((it) => it.trim() !== ''))) {
        ready.push({ line, cells, flaws });
      }
    },
  };
  for await (const _piece of read(workbook, sheet, hearing)) {
    yield* ready;
    ready = [];
  }
}

/** A1 is the first, AA1 the 27th. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

const day = 86_400_000;

function shown(
  value: string,
  { type, style }: Cell,
  texts: readonly string[],
  days: ReadonlySet<number>,
): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'ja' : 'nei';
  if (type === 'e') return '';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  // Days are counted from the last of 1899, as if 1900 had been a leap year.
  if (days.has(style) && number > 60 && number < 2_958_466) {
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * day).toISOString().slice(0, 10);
  }
  return Number.isInteger(number) ? number.toFixed(0) : String(number);
}
