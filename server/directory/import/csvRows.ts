import { type CsvError, parse } from 'csv-parse';

import { limits } from './limits.ts';
import type { SheetRow } from './SheetRow.ts';
import { UnreadableFile } from './UnreadableFile.ts';

const [LINE, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];
const pieceLength = 65_536;
/** Each costs a row's length of reading in vain. */
const mostRepairs = 200;

export const separators = [';', ',', '\t', '|'] as const;

/**
 * Leser CSV. The rows of a text in UTF-8, as they come.
 *
 * A quotation mark that nobody closes would swallow the rest of the file: its line is refused, and reading goes on with the next.
 */
export async function* csvRows(bytes: Buffer, separator: string): AsyncGenerator<SheetRow> {
  let place = { at: 0, line: 1 };
  for (let repairs = 0; ; repairs += 1) {
    if (repairs > mostRepairs) throw new UnreadableFile('BROKEN_FILE');
    const stopped = yield* rowsFrom(bytes, separator, place);
    if (!stopped) return;
    const start = afterBlanks(bytes, stopped);
    place = { at: nextLine(bytes, start.at), line: start.line + 1 };
    yield {
      line: start.line,
      cells: [lossy(bytes.subarray(start.at, Math.min(place.at, start.at + limits.cell)))],
      flaws: [{ column: null, reason: stopped.reason }],
    };
  }
}

interface Place {
  readonly at: number;
  readonly line: number;
}

interface Found {
  readonly cells: string[];
  readonly end: number;
}

/** Reads from a place on; gives where it could not go on, and why. */
async function* rowsFrom(
  bytes: Buffer,
  separator: string,
  from: Place,
): AsyncGenerator<SheetRow, (Place & { readonly reason: string }) | null> {
  let found: Found[] = [];
  const parser = parse({
    delimiter: separator,
    max_record_size: limits.row,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { bytes: read }) => {
      found.push({ cells, end: from.at + read });
      return null;
    },
  });
  parser.on('error', () => undefined);
  let place = from;
  const width = { columns: 0 };
  const rows = function* (): Generator<SheetRow, Place | null> {
    for (const { cells, end } of found) {
      const start = afterBlanks(bytes, place);
      if (isSwallowed(cells, separator, width.columns)) return start;
      width.columns ||= cells.length;
      yield { line: start.line, cells, flaws: [] };
      place = { at: end, line: start.line + linesIn(bytes, start.at, end) };
    }
    found = [];
    return null;
  };
  try {
    for (let at = from.at; at < bytes.length; at += pieceLength) {
      const error = await given(parser, bytes.subarray(at, at + pieceLength));
      const swallowed = yield* rows();
      if (swallowed) return { ...swallowed, reason: 'QUOTE_NOT_CLOSED' };
      if (error) return { ...place, reason: reasonOf(error, bytes, place) };
    }
    const error = await given(parser, null);
    const swallowed = yield* rows();
    if (swallowed) return { ...swallowed, reason: 'QUOTE_NOT_CLOSED' };
    return error && { ...place, reason: reasonOf(error, bytes, place) };
  } finally {
    parser.destroy();
  }
}

/** Gives the parser a piece, or tells it that there are no more; gives what it objects to. */
const given = (parser: ReturnType<typeof parse>, piece: Buffer | null): Promise<CsvError | null> =>
  new Promise((resolve) => {
    const done = (error?: Error | null) => {
      parser.off('error', done);
      resolve((error as CsvError | undefined) ?? null);
    };
    parser.once('error', done);
    if (piece) parser.write(piece, (error) => done(error));
    else parser.end(() => done());
  });

function reasonOf({ code }: CsvError, bytes: Buffer, { at }: Place): string {
  if (code !== 'CSV_MAX_RECORD_SIZE') return 'QUOTE_NOT_CLOSED';
  // Many lines in one row, or a line that is too long by itself.
  return nextLine(bytes, at) - at > limits.row ? 'ROW_TOO_LONG' : 'QUOTE_NOT_CLOSED';
}

/** Whether a cell holds the lines that come after it: none is so wide inside. */
const isSwallowed = (cells: readonly string[], separator: string, columns: number): boolean =>
  columns > 1 &&
  cells.length < columns + 1 &&
  cells.some(
    (cell) => cell.includes('\n') && cell.split(separator).length >= columns - 1 && columns > 2,
  );

function afterBlanks(bytes: Buffer, { at, line }: Place): Place {
  let [here, lines] = [at, line];
  while (bytes[here] === LINE || bytes[here] === RETURN) {
    if (bytes[here] === RETURN && bytes[here + 1] === LINE) here += 1;
    here += 1;
    lines += 1;
  }
  return { at: here, line: lines };
}

/** How many lines end between two places. */
function linesIn(bytes: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === LINE || (bytes[at] === RETURN && bytes[at + 1] !== LINE)) lines += 1;
  }
  return lines;
}

function nextLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === LINE) return at + 1;
    if (bytes[at] === RETURN) return bytes[at + 1] === LINE ? at + 2 : at + 1;
  }
  return bytes.length;
}

const lossy = (bytes: Buffer): string => bytes.toString('utf8').trimEnd();

/**
 * Skilletegn. What parts the cells of a text: what its first lines have most of, outside quotation marks. Excel may say it in a line of
 * its own (`sep=;`).
 */
export function separatorOf(bytes: Buffer): { separator: string; from: number } {
  const said = /^sep=(.)\r?\n/i.exec(bytes.subarray(0, 16).toString('utf8'));
  if (said) return { separator: said[1]!, from: Buffer.byteLength(said[0]) };
  const counts = new Map<number, number>(separators.map((it) => [it.charCodeAt(0), 0]));
  let [isQuoted, lines] = [false, 0];
  for (let at = 0; at < Math.min(bytes.length, pieceLength) && lines < 20; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE || byte === RETURN) {
      lines += 1;
      // One mark too many must not hide the rest.
      isQuoted = false;
    } else if (!isQuoted && counts.has(byte)) counts.set(byte, counts.get(byte)! + 1);
  }
  const weight = (separator: string) => {
    const count = counts.get(separator.charCodeAt(0))!;
    // Commas stand in texts as well.
    return separator === ',' ? count * 0.6 : count;
  };
  const [best] = [...separators].sort((one, other) => weight(other) - weight(one));
  return { separator: best!, from: 0 };
}
