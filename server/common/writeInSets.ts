import type { Context } from '#server/context.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import type { Run } from './inTransaction.ts';
import type { Column, Readable, Type } from './ReadModel.ts';
import { followedOf, type Tie, tieOf, toldOf } from './Tie.ts';

/** En post i et sett. A record as it was seen, and what is to be different; version 0 where it is made now. */
export interface InSet {
  readonly id: string;
  readonly version: number;
  readonly fields: readonly FieldChange[];
  /** The change that this one takes back. */
  readonly undoes?: string;
}

/** What the writing needs to know of whoever writes. */
export type Writer = Pick<
  Context,
  'readModel' | 'viewer' | 'now' | 'today' | 'requestId' | 'personalKey' | 'followers'
>;

/** Deler av et sett. The rows of one table that come, go, and change. */
interface Rows {
  readonly made: Map<string, Record<string, unknown>>;
  readonly altered: Map<string, Record<string, unknown>>;
  readonly gone: Set<string>;
  /** The record that each belongs to, where they are parts. */
  readonly owners: Map<string, string>;
}

/**
 * Skriver i sett. Writes many records of one type, with their parts and their rows in the change log, in a few statements, however many
 * they are. Gives those that were written: a record that is no longer what was seen is left alone.
 *
 * The same language as `changeRecords`, which is for a few at a time, writes each in a statement of its own, and lets nothing be left.
 */
export async function writeInSets(
  run: Run,
  writer: Writer,
  deed: Deed,
  type: Type,
  asked: readonly InSet[],
): Promise<ReadonlySet<string>> {
  const record = writer.readModel.readable(type.name);
  const there = asked.filter((it) => !isMade(it));
  const held = new Map(
    (
      await run<{ id: string; version: number }>(
        `select id, version from ${record.table} where id = any($1::uuid[]) order by id for update`,
        [there.map(({ id }) => id)],
      )
    ).map(({ id, version }) => [id, version]),
  );
  const written = asked.filter((it) => isMade(it) || held.get(it.id) === it.version);
  const own = emptyRows();
  const parts = new Map<string, Rows>();
  for (const { id, version, fields } of written) {
    const row: Record<string, unknown> = { version: version + 1 };
    let kind: keyof Pick<Rows, 'made' | 'altered' | 'gone'> = 'altered';
    for (const { field, part, before, after } of fields) {
      if (part !== undefined) {
        notePart(parts, { field, part, before, after }, id);
      } else if (field === 'id') {
        kind = before === null ? 'made' : 'gone';
      } else {
        row[field] = after;
      }
    }
    if (kind === 'gone') own.gone.add(id);
    else own[kind].set(id, row);
  }

  const ties = new Map<string, Tie | null>();
  for (const it of written) ties.set(it.id, await tieOf(run, writer.readModel, { type, ...it }));
  const told = logged(run, writer, deed, record, written, ties);
  // Parts of what goes are removed by their key; what was told of them brings them back.
  await remove(run, record, own.gone);
  await insert(run, record, own.made);
  await update(run, record, own.altered);
  for (const [relation, rows] of parts) {
    const reading = record.readings.get(relation);
    if (reading?.kind !== 'many') throw new Error(`${record.typeName} has no ${relation}`);
    const part = writer.readModel.readable(reading.many.target.name);
    await remove(
      run,
      part,
      new Set([...rows.gone].filter((id) => !own.gone.has(rows.owners.get(id)!))),
    );
    const owner = reading.many.foreignKey;
    await insert(run, part, rows.made, { owner, of: rows.owners });
    await update(run, part, rows.altered);
  }
  await told;
  const touched = new Set(written.flatMap((it) => followedOf(it, ties.get(it.id) ?? null)));
  if (touched.size) {
    await Promise.all(writer.followers.map((follow) => follow(run, [...touched], writer.today)));
  }
  return new Set(written.map(({ id }) => id));
}

const emptyRows = (): Rows => ({
  made: new Map(),
  altered: new Map(),
  gone: new Set(),
  owners: new Map(),
});

const isMade = ({ fields }: InSet): boolean =>
  fields.some(({ field, part, before }) => field === 'id' && part === undefined && before === null);

function notePart(
  parts: Map<string, Rows>,
  { field, part, before, after }: FieldChange & { readonly part: string },
  owner: string,
): void {
  const [relation = '', property = ''] = field.split('.');
  const rows = parts.get(relation) ?? emptyRows();
  parts.set(relation, rows);
  rows.owners.set(part, owner);
  if (property === 'id') {
    if (before === null) {
      rows.made.set(part, rows.altered.get(part) ?? {});
      rows.altered.delete(part);
    } else {
      rows.gone.add(part);
      rows.altered.delete(part);
    }
    return;
  }
  if (rows.gone.has(part)) return;
  const row = rows.made.get(part) ?? rows.altered.get(part) ?? {};
  row[property] = after;
  if (!rows.made.has(part)) rows.altered.set(part, row);
}

async function remove(run: Run, { table }: Readable, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size) await run(`delete from ${table} where id = any($1::uuid[])`, [[...ids]]);
}

interface Owned {
  readonly owner: string;
  readonly of: ReadonlyMap<string, string>;
}

async function insert(
  run: Run,
  readable: Readable,
  rows: Rows['made'],
  owned?: Owned,
): Promise<void> {
  if (!rows.size) return;
  const columns = columnsOf(readable, rows);
  const names = ['id', ...columns.map(({ name }) => name), ...(owned ? [owned.owner] : [])];
  const values = [...rows].map(([id, row]) => ({
    ...inColumns(columns, row),
    id,
    ...(owned && { [owned.owner]: owned.of.get(id) }),
  }));
  await run(
    `insert into ${readable.table} (${listed(names)})
     select ${listed(names)} from jsonb_populate_recordset(null::${readable.table}, $1::jsonb)`,
    [JSON.stringify(values)],
  );
}

async function update(run: Run, readable: Readable, rows: Rows['altered']): Promise<void> {
  if (!rows.size) return;
  const columns = columnsOf(readable, rows);
  const values = [...rows].map(([id, row]) => ({ id, given: given(columns, row) }));
  await run(
    `update ${readable.table} as known set ${columns
      .map(
        ({ name }) =>
          `"${name}" = case when asked.given ? '${name}' then it."${name}" else known."${name}" end`,
      )
      .join(', ')}
     from jsonb_to_recordset($1::jsonb) as asked(id uuid, given jsonb),
       lateral jsonb_populate_record(null::${readable.table}, asked.given) as it
     where known.id = asked.id`,
    [JSON.stringify(values)],
  );
}

interface Place extends Column {
  readonly property: string;
}

function columnsOf(readable: Readable, rows: ReadonlyMap<string, object>): Place[] {
  const properties = new Set([...rows.values()].flatMap((row) => Object.keys(row)));
  return [...properties].map((property) => ({ property, ...readable.column(property) }));
}

/** What is given of a row, by the names of its columns. */
const given = (columns: readonly Place[], row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    columns
      .filter(({ property }) => property in row)
      .map(({ property, name, type }) => [name, inJson(row[property], type)]),
  );

/** All columns of a new row: a list that nothing is said of is empty. */
const inColumns = (columns: readonly Place[], row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    columns.map(({ property, name, type, isNullable }) => {
      const value = row[property] ?? (type.endsWith('[]') && !isNullable ? [] : null);
      return [name, inJson(value, type)];
    }),
  );

/** Bytes stand in a change in base64; PostgreSQL reads them in hex. A list may be written as PostgreSQL writes it. */
function inJson(value: unknown, type: string): unknown {
  if (type === 'bytea' && typeof value === 'string') {
    return `\\x${Buffer.from(value, 'base64').toString('hex')}`;
  }
  return value;
}

const listed = (names: readonly string[]): string => names.map((it) => `"${it}"`).join(', ');

async function logged(
  run: Run,
  writer: Writer,
  { verb, reason = null, batchId }: Deed,
  { type, table }: Readable,
  written: readonly InSet[],
  ties: ReadonlyMap<string, Tie | null>,
): Promise<void> {
  const { viewer, now, requestId } = writer;
  if (!written.length) return;
  const rows = await Promise.all(
    written.map(async ({ id, version, fields, undoes = null }) => {
      const tie = ties.get(id) ?? null;
      return {
        record_id: id,
        version: version + 1,
        undoes,
        fields: await toldOf(run, writer, { type, id, fields }, tie),
        person_id: tie?.personId,
        organisation_id: tie?.organisationId,
      };
    }),
  );
  await run(
    `insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, undoes, batch_id, is_reversible, fields,
       person_id, organisation_id)
     select $1, record_id, version, $2, $3::uuid, $4, $5::timestamptz, $6, $7, undoes, $8::uuid, true, fields, person_id, organisation_id
     from jsonb_to_recordset($9::jsonb) as told(record_id uuid, version integer, undoes uuid, fields jsonb, person_id uuid, organisation_id uuid)`,
    [
      table,
      verb,
      viewer?.id ?? null,
      viewer?.via ?? 'system',
      now,
      reason,
      requestId,
      batchId ?? null,
      JSON.stringify(rows),
    ],
  );
}
