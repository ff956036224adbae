import { createHash } from 'node:crypto';

import { areasOf } from '#server/access/scope.ts';
import { copyInto } from '#server/common/copyInto.ts';
import { CopyText } from '#server/common/CopyText.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { fieldOf } from './fields.ts';
import { findHeadings, mostLinesAbove } from './findHeadings.ts';
import { type GuessedColumn, guessColumns } from './guessColumns.ts';
import { limits } from './limits.ts';
import { allOrNothing, onOwnClient } from './onOwnClient.ts';
import { openSheet } from './openSheet.ts';
import { savedMapping } from './savedMapping.ts';
import { sealCells } from './StagedRow.ts';
import type { Flaw, SheetRow } from './SheetRow.ts';
import { Terms } from './Terms.ts';
import { UnreadableFile } from './UnreadableFile.ts';

/** En fil. What somebody brings. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const day = 24 * 60 * 60;
/** Days that a file's rows are kept, at most. */
export const daysKept = 14;

const samples = 200;
const piece = 2_000;
const columns = ['import_id', 'place', 'line', 'sealed_cells', 'flaws'];

/**
 * Tar imot en fil. Reads it and puts its rows beside the register, sealed, all or none; nothing is written into the register. Then each row
 * is compared, as a job. Gives the import.
 *
 * Throws INVALID_INPUT, `file` saying why, for a file of which no row can be used.
 */
export async function stageFile(context: Context, { name, bytes }: BroughtFile): Promise<string> {
  const id = crypto.randomUUID();
  try {
    await onOwnClient(context.database.pool, (own) =>
      allOrNothing(own, async () => {
        const sheet = openSheet(bytes);
        const { viewer, now } = context;
        await own.run(
          `insert into import (id, by_id, via, scope, at, file_name, bytes, digest, format, encoding, separator, headings, columns, rows, state, kept_until)
           values ($1, $2::uuid, $3, $4::integer[], $5::timestamptz, $6, $7, $8, $9, $10, $11, '{}', '[]', 0, 'planning', $5::timestamptz + make_interval(days => $12))`,
          [
            id,
            viewer?.id ?? null,
            viewer?.via ?? 'system',
            areasOf(viewer?.scope ?? null),
            now,
            plainName(name),
            bytes.length,
            createHash('sha256').update(bytes).digest(),
            sheet.format,
            sheet.encoding,
            sheet.separator,
            daysKept,
          ],
        );
        const staging = new Staging(context, id);
        for await (const row of sheet.rows) {
          if (staging.add(row)) await copyInto(own.client, 'import_row', columns, staging.take());
        }
        staging.end();
        await copyInto(own.client, 'import_row', columns, staging.take());
        const { headings, first, rows } = staging;
        if (!rows) throw new UnreadableFile('NO_ROWS');
        const saved = await savedMapping(own.run, viewer?.id ?? null, headings);
        const guessed: readonly GuessedColumn[] =
          saved ?? guessColumns(headings, first, new Terms(context.vocabulary));
        await own.run(
          'update import set headings = $2, columns = $3::jsonb, rows = $4 where id = $1',
          [id, headings, JSON.stringify(guessed), rows],
        );
        await addJob(own.run, 'planImport', { importId: id }, `planImport ${id}`);
        await addJob(
          own.run,
          'forgetImport',
          { importId: id },
          `forgetImport ${id}`,
          daysKept * day,
        );
      }),
    );
  } catch (error) {
    if (error instanceof UnreadableFile) throw new InvalidInput({ file: error.reason });
    throw error;
  }
  return id;
}

/** Rows on their way to where they wait. */
class Staging {
  readonly first: (readonly string[])[] = [];
  headings: readonly string[] = [];
  rows = 0;
  #above: SheetRow[] | null = [];
  #text = new CopyText();
  #held = 0;

  constructor(
    private readonly context: Pick<Context, 'personalKey'>,
    private readonly id: string,
  ) {}

  /** Whether so many are held that they are to be taken. */
  add(row: SheetRow): boolean {
    if (row.cells.length > limits.columns && !row.flaws.length) {
      if (this.#above) throw new UnreadableFile('TOO_MANY_COLUMNS');
    }
    if (this.#above) {
      this.#above.push(row);
      if (this.#above.length >= mostLinesAbove) this.#begin();
    } else {
      this.#put(row);
    }
    return this.#held >= piece;
  }

  end(): void {
    if (this.#above?.length) this.#begin();
  }

  take(): readonly Buffer[] {
    const pieces = this.#text.pieces();
    this.#text = new CopyText();
    this.#held = 0;
    return pieces;
  }

  #begin(): void {
    const rows = this.#above ?? [];
    this.#above = null;
    const at = findHeadings(rows);
    const said = rows[at]?.cells ?? [];
    const wide = Math.max(widthOf(said), usualWidth(rows.slice(at + 1)));
    this.headings = Array.from({ length: Math.min(wide, limits.columns) }, (_, column) =>
      (said[column] ?? '').trim().slice(0, 200).replaceAll('\u0000', ''),
    );
    for (const row of rows.slice(at + 1)) this.#put(row);
  }

  #put({ line, cells, flaws }: SheetRow): void {
    if (!flaws.length && cells.every((cell) => cell.trim() === '')) return;
    if (this.rows >= limits.rows) throw new UnreadableFile('TOO_MANY_ROWS');
    const place = this.rows;
    this.rows += 1;
    if (this.first.length < samples && !flaws.length) this.first.push(cells);
    const kept = cells
      .slice(0, this.headings.length)
      .map((cell) => (cell.length > limits.cell ? `${cell.slice(0, limits.cell)}…` : cell));
    this.#text.add([
      this.id,
      place,
      line,
      sealCells(this.context.personalKey, { importId: this.id, place }, kept),
      JSON.stringify(flaws.length ? flaws : flawsOf(cells, this.headings)),
    ]);
    this.#held += 1;
  }
}

const widthOf = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** How wide more than half of the rows are, whatever has a heading: what one row has too much is too much. */
function usualWidth(rows: readonly SheetRow[]): number {
  const widths = rows.map(({ cells }) => widthOf(cells)).sort((one, other) => other - one);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** What is wrong with how a row is cut into cells. */
function flawsOf(cells: readonly string[], headings: readonly string[]): Flaw[] {
  const flaws: Flaw[] = [];
  if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
    flaws.push({ column: null, reason: 'TOO_MANY_CELLS' });
  }
  const [only = ''] = cells;
  const isAlone = headings.length > 1 && cells.length === 1;
  if (
    isAlone &&
    [';', ',', '\t', '|'].some((it) => only.split(it).length >= Math.max(2, headings.length / 2))
  ) {
    flaws.push({ column: null, reason: 'OTHER_SEPARATOR' });
  }
  const same = cells.length > 1 && cells.every((cell, at) => cell.trim() === headings[at]);
  if (same && headings.some((it) => fieldOf(it)))
    flaws.push({ column: null, reason: 'HEADINGS_AGAIN' });
  return flaws;
}

// oxlint-disable-next-line no-control-regex -- These are what is taken out.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Its last part, without what hides or turns around letters. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(unseen, '');
  return plain.normalize('NFC').trim().slice(0, 200) || 'uten navn';
}
