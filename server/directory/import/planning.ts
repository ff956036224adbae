import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { type Scope, scopeOf } from '#server/access/scope.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import type { MappedColumn } from './fields.ts';
import { findExisting } from './findExisting.ts';
import type { PlannedRow } from './planRow.ts';
import { planRow } from './planRow.ts';
import type { SeenInFile } from './SeenInFile.ts';
import { type ReadRow, readWanted } from './readWanted.ts';
import type { Flaw } from './SheetRow.ts';
import { openCells } from './StagedRow.ts';
import type { Terms } from './Terms.ts';

/** An import, as far as its rows need to know it. */
export interface PlannedImport {
  readonly id: string;
  readonly version: number;
  readonly columns: readonly MappedColumn[];
  readonly headings: readonly string[];
  readonly kind: OrganisationKind;
  readonly fileName: string;
  readonly scope: Scope;
  readonly state: string;
}

/** Finds and locks an import for who changes it or its rows. */
export async function lockImport(run: Run, id: string): Promise<PlannedImport | null> {
  const [row] = await run<Omit<PlannedImport, 'scope'> & { scope: number[] | null }>(
    `select id, version, columns, headings, kind, file_name as "fileName", scope, state from import where id = $1::uuid for update`,
    [id],
  );
  return row ? { ...row, scope: scopeOf(row.scope) } : null;
}

/** A row as it waits. */
export interface WaitingRow {
  readonly place: number;
  readonly line: number;
  readonly sealed_cells: Buffer | null;
  readonly flaws: readonly Flaw[];
  readonly decision: string | null;
  readonly is_excluded: boolean;
}

export const waitingColumns = 'place, line, sealed_cells, flaws, decision, is_excluded';

/** Flaws of how the row was cut out of the file: those that no reading of its cells finds anew. */
const ofTheFile = new Set([
  'QUOTE_NOT_CLOSED',
  'ROW_TOO_LONG',
  'TOO_MANY_CELLS',
  'OTHER_SEPARATOR',
  'HEADINGS_AGAIN',
]);

/** Those, for a row whose cells are read again. Where a workbook had a formula, nothing is left to find it by. */
const keptFlaws = (flaws: readonly Flaw[], cells: readonly string[]): Flaw[] =>
  flaws.filter(
    ({ reason, column }) =>
      ofTheFile.has(reason) || (reason === 'FORMULA' && column !== null && !cells[column]),
  );

/** What there is beside the rows. */
interface Rest {
  readonly terms: Terms;
  /** Hears of each row as soon as it is planned, before the next is. */
  readonly seen: SeenInFile;
}

/** Planlegger rader. What some rows would do to the register as it is now, in a few statements however many they are. */
export async function planRows(
  run: Run,
  { personalKey }: Pick<Context, 'personalKey'>,
  { id, columns, headings, kind, fileName, scope }: PlannedImport,
  rows: readonly WaitingRow[],
  { terms, seen }: Rest,
): Promise<PlannedRow[]> {
  const read = rows.map((row): ReadRow & { decision: string | null; isExcluded: boolean } => {
    const cells = openCells(personalKey, { importId: id, place: row.place }, row.sealed_cells);
    return {
      ...readWanted({ cells, flaws: keptFlaws(row.flaws, cells) }, { columns, headings }, terms),
      decision: row.decision,
      isExcluded: row.is_excluded,
    };
  });
  const found = await findExisting(run, read);
  return read.map((row, at) => {
    const planned = planRow(row, row, found, {
      scope,
      kind,
      source: fileName,
      columns,
      seen,
    });
    seen.note(planned, rows[at]!.line);
    return planned;
  });
}

/** Writes what became of rows. */
export const keepPlans = (
  run: Run,
  id: string,
  rows: readonly Pick<WaitingRow, 'place'>[],
  planned: readonly PlannedRow[],
): Promise<unknown> =>
  run(
    `update import_row as r set outcome = p.outcome, flaws = p.flaws, fields = p.fields, organisation_id = p.organisation_id,
       seen_version = p.seen_version, title = p.title, number = p.number, name_key = p.name_key, candidates = p.candidates
     from jsonb_to_recordset($2::jsonb) as p(place integer, outcome text, flaws jsonb, fields jsonb, organisation_id uuid,
       seen_version integer, title text, number text, name_key text, candidates jsonb)
     where r.import_id = $1::uuid and r.place = p.place`,
    [
      id,
      JSON.stringify(
        planned.map((plan, at) => ({
          place: rows[at]?.place,
          outcome: plan.outcome,
          flaws: plan.flaws,
          fields: plan.fields,
          organisation_id: plan.organisationId,
          seen_version: plan.seenVersion,
          title: plan.title?.slice(0, 200),
          number: plan.number,
          name_key: plan.nameKey?.slice(0, 300),
          candidates: plan.candidates,
        })),
      ),
    ],
  );
