import type { GraphQLResolveInfo } from 'graphql';

import type { ChangedField } from '#schema/access/ChangedField.ts';
import type {
  Import,
  ImportCandidate,
  ImportColumn,
  ImportFlaw,
  ImportRow,
} from '#schema/directory/import/Import.ts';
import type { ImportGuess } from '#schema/directory/import/ImportGuess.ts';
import { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import type { ImportState } from '#schema/directory/import/ImportState.ts';
import { may } from '#server/access/ensure.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import type { Tuple } from '#server/common/Reader.ts';
import { Selection } from '#server/common/Selection.ts';
import { raw, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { latestFirst } from '#server/person/history/latestFirst.ts';
import { readableFields } from '#server/person/history/readableFields.ts';
import { InvalidInput } from '#server/problems.ts';
import type { MappedColumn } from './fields.ts';
import { mayOpenImport } from './importRules.ts';
import type { Flaw } from './SheetRow.ts';
import { openCells } from './StagedRow.ts';

const columns =
  raw(`i.at, i.id, i.version, i.file_name, i.state, i.rows, i.done, i.encoding, i.separator, i.problem, i.kind, i.headings,
  i.columns, i.kept_until, i.batch_id, i.by_id, i.via, s.name, s.role`);

const from = raw(`import as i left join staff_user as s on s.id = i.by_id and i.via = 'session'`);

type Listed = [
  at: string,
  id: string,
  version: number,
  fileName: string,
  state: ImportState,
  rows: number,
  done: number,
  encoding: string | null,
  separator: string | null,
  problem: string | null,
  kind: Import['kind'],
  headings: string[],
  columns: (MappedColumn & { readonly by: ImportGuess })[],
  keptUntil: string,
  batchId: string | null,
  byId: string | null,
  via: string,
  byName: string,
  byRole: NonNullable<Import['by']>['role'],
];

/** Importer. What has been brought, the latest first. */
export const listImports = (
  context: Context,
  info: GraphQLResolveInfo,
  page: PageAsked,
): Promise<object> =>
  latestFirst(
    context,
    Selection.of(info),
    {
      name: 'imports',
      columns,
      from,
      keys: [raw('i.at'), raw('i.id')],
      types: ['timestamptz', 'uuid'],
      where: [],
    },
    page,
    async (tuples) => tuples.map((tuple) => importOf(tuple, context)),
  );

/** One of them; null where there is none. */
export async function importCalled(context: Context, id: string): Promise<ImportAnswer | null> {
  if (!isUuid(id)) return null;
  const [tuple] = await context.reader.rows(
    sql`select ${columns} from ${from} where i.id = ${id}::uuid`,
  );
  return tuple ? importOf(tuple, context) : null;
}

/** An import as its row has it; what takes a look elsewhere is looked up for those who select it. */
export interface ImportAnswer extends Omit<Import, 'columns' | 'counts' | 'batch'> {
  readonly headings: readonly string[];
  readonly mapped: readonly (MappedColumn & { readonly by: ImportGuess })[];
  readonly batchId: string | null;
}

function importOf(tuple: Tuple, context: Context): ImportAnswer {
  // A tuple's values are unknown to the planner; the columns above say what stands where.
  const listed = tuple as unknown as Listed;
  const [at, id, version, fileName, state, rows, done, encoding, separator, problem, kind] = listed;
  const [headings, mapped, keptUntil, batchId, byId, via, byName, byRole] = listed.slice(11) as [
    string[],
    Listed[12],
    string,
    string | null,
    string | null,
    string,
    string,
    NonNullable<Import['by']>['role'],
  ];
  const open = may(mayOpenImport, context.viewer, { byId, via });
  return {
    id,
    version,
    fileName,
    state,
    at: new Date(at).toISOString(),
    by: byName ? { id: byId!, name: byName, role: byRole } : null,
    rows,
    done,
    encoding,
    separator,
    isTroubled: problem !== null,
    kind,
    keptUntil: new Date(keptUntil).toISOString(),
    viewerMay: { open },
    headings,
    mapped,
    batchId,
  };
}

/** Its columns, with what stands in the first rows for whoever may see it. */
export async function columnsOf(
  { reader, personalKey }: Context,
  { id, headings, mapped, viewerMay }: ImportAnswer,
): Promise<ImportColumn[]> {
  const first = viewerMay.open
    ? await reader.rows<[place: number, sealed: Buffer | null]>(
        sql`select place, sealed_cells from import_row where import_id = ${id}::uuid and place < 20 order by place`,
      )
    : [];
  const cells = first.map(([place, sealed]) =>
    openCells(personalKey, { importId: id, place }, sealed),
  );
  return headings.map((heading, column) => {
    const { field, policy, by } = mapped[column]!;
    const examples = cells.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    return {
      column,
      heading,
      field,
      policy,
      guessedBy: by,
      examples: [...new Set(examples)].slice(0, 3).map((it) => it.slice(0, 80)),
    };
  });
}

/** How many rows do what. */
export async function countsOf({ reader }: Context, id: string): Promise<Import['counts']> {
  const rows = await reader.rows<[outcome: ImportOutcome, count: string, remarked: string]>(
    sql`select outcome, count(*), count(*) filter (where flaws <> '[]') from import_row where import_id = ${id}::uuid group by outcome`,
  );
  const of = (outcome: ImportOutcome) => Number(rows.find(([it]) => it === outcome)?.[1] ?? 0);
  const taken = new Set([ImportOutcome.ADDED, ImportOutcome.CHANGED, ImportOutcome.LEFT]);
  return {
    added: of(ImportOutcome.ADDED),
    changed: of(ImportOutcome.CHANGED),
    left: of(ImportOutcome.LEFT),
    refused: of(ImportOutcome.REFUSED),
    excluded: of(ImportOutcome.EXCLUDED),
    remarked: rows
      .filter(([outcome]) => taken.has(outcome))
      .reduce((sum, [, , remarked]) => sum + Number(remarked), 0),
  };
}

/** Which rows of an import are asked for. */
export interface RowsAsked {
  readonly outcome?: ImportOutcome | null;
  readonly isRemarked?: boolean | null;
  readonly after?: number | null;
  readonly first?: number | null;
  readonly places?: readonly number[] | null;
}

const most = 100;

interface RowFound {
  readonly place: number;
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly title: string | null;
  readonly sealed_cells: Buffer | null;
  readonly flaws: Flaw[];
  readonly fields: FieldChange[];
  readonly organisation_id: string | null;
  readonly candidates: { id: string; name: string; seat: number | null }[];
  readonly is_applied: boolean;
}

/** Rader. Those of an import, in their order, from a place on. */
export async function importRows(
  context: Context,
  id: string,
  { outcome, isRemarked, after, first, places }: RowsAsked,
): Promise<ImportRow[]> {
  const size = first ?? 50;
  if (size < 1 || size > most) throw new InvalidInput({ first: `MUST_BE_1_TO_${most}` });
  const { rows } = await context.database.pool.query<RowFound>(
    `select place, line, outcome, title, sealed_cells, flaws, fields, organisation_id, candidates, is_applied
     from import_row
     where import_id = $1::uuid and place > $2::integer and ($3::text is null or outcome = $3::text)
       and (not $4::boolean or flaws <> '[]' and outcome in ('added', 'changed', 'left'))
       and ($6::integer[] is null or place = any($6::integer[]))
     order by place limit $5::integer`,
    [id, after ?? -1, outcome ?? null, isRemarked ?? false, size, places ?? null],
  );
  return rows.map((row) => rowOf(context, id, row));
}

function rowOf(context: Context, id: string, row: RowFound): ImportRow {
  const { place, line, outcome, title, flaws, fields, is_applied: isApplied } = row;
  return {
    place,
    line,
    outcome,
    title,
    cells: openCells(context.personalKey, { importId: id, place }, row.sealed_cells),
    flaws: flaws.map((flaw): ImportFlaw => ({
      column: flaw.column,
      reason: flaw.reason,
      suggestions: [...(flaw.suggestions ?? [])],
      line: flaw.line ?? null,
    })),
    changes: changesOf(context, fields),
    organisationId: row.organisation_id,
    candidates: row.candidates.map((it): ImportCandidate => ({
      id: it.id,
      name: it.name,
      place:
        it.seat === null
          ? null
          : (context.vocabulary.byNumber('Area', it.seat, context.locale)?.name ?? null),
    })),
    isApplied,
  };
}

/** In words, as history will tell of it. What an import changes is meant for everybody on the staff. */
function changesOf(context: Context, fields: readonly FieldChange[]): ChangedField[] {
  const shown = fields.filter(({ field }) => !unsaid.test(field));
  const audiences = Object.fromEntries(
    shown.flatMap(({ part }) => (part ? [[part, 'all_staff']] : [])),
  );
  return readableFields(
    {
      record: 'organisation',
      fields: shown,
      sealedKey: null,
      sealedFor: null,
      audiences,
    },
    context,
  );
}

/** What follows of itself. */
const unsaid = /(^|\.)id$|\.(position|audience|use)$|^sources\./;
