import { Field, ID, InputType, Int } from 'type-graphql';

import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput, NotFound } from '#server/problems.ts';
import { limits } from './limits.ts';
import {
  keepPlans,
  type PlannedImport,
  planRows,
  type WaitingRow,
  waitingColumns,
} from './planning.ts';
import type { PlannedRow } from './planRow.ts';
import { nameAlone, SeenInFile } from './SeenInFile.ts';
import { openCells, sealCells } from './StagedRow.ts';
import { Terms } from './Terms.ts';
import { ensureTheirs, lockReady } from './theirImport.ts';

@InputType({ description: 'What is to stand in a cell.' })
export class MendedCellInput {
  @Field(() => Int, { description: 'The place of its column; 0 is the first.' })
  column!: number;

  // Not Text: what is mended may be what no field takes, and is told so at the cell.
  @Field(() => String, { description: 'What is to stand there; nothing leaves the cell out.' })
  value!: string;
}

@InputType({
  description: 'What is to be different about a row, before it is put into the register.',
})
export class MendImportRowInput {
  @Field(() => ID, { description: 'The UUID of the import.' })
  importId!: string;

  @Field(() => Int, { description: 'The place of the row.' })
  place!: number;

  @Field(() => [MendedCellInput], {
    nullable: true,
    description: 'Cells that are to say something else.',
  })
  cells?: MendedCellInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether each is done in every row that says the same in that cell, in large letters or small, and is objected to there.',
  })
  everywhere?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the row is left out.' })
  isExcluded?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Which organisation the row is about: its UUID, or `new` for one that is not there yet.',
  })
  decision?: string | null;
}

const mostCells = limits.columns;
/** As many rows as are mended with one tap. */
const mostAlike = 5_000;

/**
 * Rette en rad. Changes what a row of a file says, leaves it out, or says whom it is about, and compares it anew, with the rows that were
 * measured by it. Gives the places of all that may be different.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (NOT_READY).
 */
export async function mendImportRow(
  context: Context,
  input: MendImportRowInput,
): Promise<number[]> {
  const { importId: id, place, cells, everywhere, isExcluded, decision } = input;
  await ensureTheirs(context, id);
  const wrong: Record<string, string> = {};
  if (decision && decision !== 'new' && !isUuid(decision)) wrong['decision'] = 'UNKNOWN';
  if ((cells?.length ?? 0) > mostCells) wrong['cells'] = `AT_MOST_${mostCells}_VALUES`;
  cells?.forEach(({ value }, at) => {
    if (value.length > limits.cell) wrong[`cells.${at}.value`] = 'TOO_LONG';
  });
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
  await context.backlog.caughtUp(context);
  return inTransaction(context.database.pool, async (run) => {
    const it = await lockReady(run, id);
    const [row] = await rowsAt(run, id, [place]);
    if (!row) throw new NotFound('ImportRow');
    const before = openCells(context.personalKey, { importId: id, place }, row.sealed_cells);
    const mended = (cells ?? []).filter(({ column }) => column >= 0 && column < it.headings.length);
    const alike =
      everywhere && mended.length
        ? await rowsLike(
            run,
            context,
            id,
            row.place,
            mended.map(({ column }) => ({ column, value: before[column] ?? '' })),
          )
        : [];
    const rows = [row, ...alike].map((one): WaitingRow => {
      const at = { importId: id, place: one.place };
      const said = openCells(context.personalKey, at, one.sealed_cells);
      const own = one === row;
      const same = mended.filter(
        ({ column }) => own || (isObjectedTo(one, column) && isSame(said[column], before[column])),
      );
      for (const { column, value } of same) {
        while (said.length <= column) said.push('');
        said[column] = value;
      }
      return {
        ...one,
        sealed_cells: sealCells(context.personalKey, at, said),
        flaws: mended.length ? [] : one.flaws,
        is_excluded: own ? (isExcluded ?? one.is_excluded) : one.is_excluded,
        decision: own ? (decision ?? one.decision) : one.decision,
      };
    });
    await run(
      `update import_row as r set sealed_cells = decode(m.cells, 'base64'), is_excluded = m.is_excluded, decision = m.decision
       from jsonb_to_recordset($2::jsonb) as m(place integer, cells text, is_excluded boolean, decision text)
       where r.import_id = $1::uuid and r.place = m.place`,
      [
        id,
        JSON.stringify(
          rows.map((one) => ({
            place: one.place,
            cells: one.sealed_cells?.toString('base64'),
            is_excluded: one.is_excluded,
            decision: one.decision,
          })),
        ),
      ],
    );
    const terms = new Terms(context.vocabulary);
    await replan(run, context, it, rows, terms);
    // Who was second to one of them may be the first now.
    const second = await run<WaitingRow>(
      `select ${waitingColumns} from import_row where import_id = $1::uuid and outcome in ('refused', 'added') and not is_applied
         and exists (
           select from jsonb_to_recordset(flaws) as f(reason text, line integer)
           where f.reason in ('TWICE_IN_FILE', 'NUMBER_TWICE_IN_FILE', 'SAME_NAME_IN_FILE') and f.line = any($2::integer[])
         ) order by place limit 100`,
      [id, rows.map(({ line }) => line)],
    );
    await replan(run, context, it, second, terms);
    return [...rows, ...second].map((one) => one.place).slice(0, 100);
  });
}

const rowsAt = (run: Run, id: string, places: readonly number[]): Promise<WaitingRow[]> =>
  run<WaitingRow>(
    `select ${waitingColumns} from import_row where import_id = $1::uuid and place = any($2::integer[]) and not is_applied`,
    [id, places],
  );

const isObjectedTo = ({ flaws }: WaitingRow, column: number): boolean =>
  flaws.some((flaw) => flaw.column === column);
const isSame = (one = '', other = ''): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Other rows that are objected to in one of these cells, and say the same there. */
async function rowsLike(
  run: Run,
  { personalKey }: Context,
  id: string,
  place: number,
  cells: readonly { readonly column: number; readonly value: string }[],
): Promise<WaitingRow[]> {
  const flawed = await run<WaitingRow>(
    `select ${waitingColumns} from import_row where import_id = $1::uuid and place <> $2 and not is_excluded
       and exists (select from jsonb_to_recordset(flaws) as f("column" integer) where f."column" = any($3::integer[]))
     order by place limit ${mostAlike}`,
    [id, place, cells.map(({ column }) => column)],
  );
  return flawed.filter((row) => {
    const said = openCells(personalKey, { importId: id, place: row.place }, row.sealed_cells);
    return cells.some(
      ({ column, value }) => isObjectedTo(row, column) && isSame(said[column], value),
    );
  });
}

/** One after the other where they may be about the same, against what the other rows say. */
async function replan(
  run: Run,
  context: Context,
  it: PlannedImport,
  rows: readonly WaitingRow[],
  terms: Terms,
): Promise<void> {
  if (!rows.length) return;
  const bare = rows.map((row) => ({ ...row, flaws: row.flaws }));
  const first = await planRows(run, context, it, bare, { terms, seen: new SeenInFile() });
  const others = await othersLike(run, it.id, rows, first);
  const seen = new SeenInFile();
  for (const other of others) seen.note(other, other.line);
  const planned = await planRows(run, context, it, bare, {
    terms,
    seen,
  });
  await keepPlans(run, it.id, rows, planned);
}

/** Rows of the file that are about the same by number, or bear the same name. */
const othersLike = (
  run: Run,
  id: string,
  rows: readonly WaitingRow[],
  planned: readonly PlannedRow[],
): Promise<(PlannedRow & { line: number })[]> =>
  run<PlannedRow & { line: number }>(
    `select line, number, name_key as "nameKey", outcome from import_row
     where import_id = $1::uuid and place <> all($2::integer[]) and outcome in ('added', 'changed', 'left')
       and (number = any($3::text[]) or regexp_replace(name_key, ' [^ ]*$', '') = any($4::text[]))
     order by place`,
    [
      id,
      rows.map(({ place }) => place),
      planned.flatMap(({ number }) => number ?? []),
      planned.flatMap(({ nameKey }) => (nameKey === null ? [] : nameAlone(nameKey))),
    ],
  );
