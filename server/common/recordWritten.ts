import type { Context } from '#server/context.ts';
import type { RecordChange } from './changeRecords.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import type { Readable, ReadModel } from './ReadModel.ts';
import { join, type Later, later, name, raw, type Sql, sql } from './sql.ts';
import { Statement } from './Statement.ts';
import type { Tie } from './Tie.ts';

/** What is written, as the change log keeps it, and whom and what the record ties together. */
interface Told {
  readonly fields: readonly FieldChange[];
  readonly tie: Tie | null;
}

/** Changes of one shape are written by one statement. The bound is against a surprise. */
const MOST_SHAPES = 1_000;
const statements = new WeakMap<ReadModel, Map<string, Statement>>();

/**
 * The statement that writes a record with its parts, and tells of it in the change log. It gives one row, or none where the record is no
 * longer what was seen: then nothing is written. `told`: the same fields as the log
 * keeps them, and whom and what the record ties together. `noted`: what else is written beside it, from the rows of `record`.
 *
 * Its text is composed once for all changes of the same fields: what they are changed to is no part of it.
 */
export function recordWritten(
  context: Context,
  deed: Deed,
  change: RecordChange,
  told: Told,
  noted = '',
): { readonly text: string; readonly values: readonly unknown[] } {
  const { readModel } = context;
  const ours = statements.get(readModel) ?? new Map<string, Statement>();
  statements.set(readModel, ours);
  const shape = shapeOf(change, noted);
  let statement = ours.get(shape);
  if (!statement) {
    if (ours.size >= MOST_SHAPES) ours.clear();
    statement = new Statement(composed(readModel, change, noted));
    ours.set(shape, statement);
  }
  const { text } = statement;
  return { text, values: statement.valuesFor({ context, args: { deed, change, told } }) };
}

/** All that the text depends on: which fields of which part, and which rows come and go. */
function shapeOf({ type, fields }: RecordChange, noted: string): string {
  const parts = new Map<string, number>();
  let shape = `${type.name} ${noted}`;
  for (const { field, part, after } of fields) {
    if (part !== undefined && !parts.has(part)) parts.set(part, parts.size);
    const place = part === undefined ? '' : parts.get(part);
    shape += `;${place} ${field}${after === null && field.endsWith('id') ? ' removed' : ''}`;
  }
  return shape;
}

/** Values of whoever writes. */
const ofDeed = (of: (deed: Deed) => unknown): Later =>
  later(({ args }) => of(args['deed'] as Deed) ?? null);
const ofChange = (of: (change: RecordChange) => unknown): Later =>
  later(({ args }) => of(args['change'] as RecordChange) ?? null);
const ofTold = (of: (told: Told) => unknown): Later =>
  later(({ args }) => of(args['told'] as Told) ?? null);

const ownId = ofChange(({ id }) => id);
const seenVersion = ofChange(({ version }) => version);

function composed(readModel: ReadModel, change: RecordChange, noted: string): Sql {
  const record = readModel.readable(change.type.name);
  const placed = change.fields.map((field, at): Placed => ({ ...field, at }));
  const byPart = Map.groupBy(placed, ({ part }) => part);
  const parts = [...byPart].flatMap(([id, fields], at) =>
    id === undefined ? [] : [partOf(readModel, record, fields, name(`part${at}`))],
  );
  const root = rootWritten(readModel, record, byPart.get(undefined) ?? []);
  return sql`with record as (${root}), ${join(
    parts.map(({ written, alias }) => sql`${alias} as (${written}), `),
    '',
  )} logged as (
      insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, undoes, batch_id, is_reversible, fields,
        person_id, organisation_id)
      select '${raw(record.table)}', id, version, ${ofDeed(({ verb }) => verb)}, ${later(({ context }) => context.viewer?.id)}::uuid,
        ${later(({ context }) => context.viewer?.via)}, ${later(({ context }) => context.now.toISOString())}::timestamptz, ${ofDeed(({ reason }) => reason)},
        ${later(({ context }) => context.requestId)},
        ${later(({ args: { change: of, deed } }) => (of as RecordChange).undoes ?? (deed as Deed).undoes ?? null)}::uuid,
        ${ofDeed(({ batchId }) => batchId)}::uuid, true, ${ofTold(({ fields }) => JSON.stringify(fields))}::jsonb,
        ${ofTold(({ tie }) => tie?.personId)}::uuid, ${ofTold(({ tie }) => tie?.organisationId)}::uuid
      from record
    )${raw(noted && `, noted as (${noted})`)}
    select from record`;
}

/** A field with its place in the list: there its value is, when the statement is run. */
type Placed = FieldChange & { readonly at: number };

interface Part {
  readonly alias: Sql;
  readonly written: Sql;
}

/** The row of the record itself: made, removed, or given a new version. Versions are counted on where a row comes back. */
function rootWritten(readModel: ReadModel, record: Readable, own: readonly Placed[]): Sql {
  const table = name(record.table);
  const { fate, columns } = read(record, own, '');
  switch (fate) {
    case 'made':
      return sql`insert into ${table} (${listed([raw('id'), raw('version'), ...columns.map(({ column }) => column)])})
        values (${listed([
          sql`${ownId}::uuid`,
          sql`(select coalesce(max(version), 0) + 1 from change where record_id = ${ownId}::uuid)`,
          ...columns.map(({ value }) => value),
        ])})
        returning id, version`;
    case 'removed':
      return sql`delete from ${table} where id = ${ownId} and version = ${seenVersion} and ${unused(readModel, record)}
        returning id, version + 1 as version`;
    case 'kept':
      return sql`update ${table}
        set ${listed([sql`version = version + 1`, ...columns.map(assignment)])}
        where id = ${ownId} and version = ${seenVersion}
        returning id, version`;
  }
}

/** One row that is part of the record. */
function partOf(
  readModel: ReadModel,
  record: Readable,
  fields: readonly Placed[],
  alias: Sql,
): Part {
  const [relation = ''] = fields[0]?.field.split('.') ?? [];
  const reading = record.readings.get(relation);
  if (reading?.kind !== 'many') throw new Error(`${record.typeName} has no ${relation}`);
  const part = readModel.readable(reading.many.target.name);
  const table = name(part.table);
  const owner = name(reading.many.foreignKey);
  const { fate, columns } = read(part, fields, `${relation}.`);
  const place = fields[0]?.at ?? 0;
  const id = ofChange((change) => change.fields[place]?.part);
  const isIt = sql`part.id = ${id} and part.${owner} = record.id`;
  const written = {
    made: sql`insert into ${table} (${listed([raw('id'), owner, ...columns.map(({ column }) => column)])})
      select ${listed([sql`${id}::uuid`, raw('record.id'), ...columns.map(({ value }) => value)])} from record`,
    removed: sql`delete from ${table} as part using record where ${isIt}`,
    kept: sql`update ${table} as part set ${listed(columns.map(assignment))} from record where ${isIt}`,
  };
  return { alias, written: written[fate] };
}

interface Written {
  readonly column: Sql;
  readonly value: Sql;
}

type Fate = 'made' | 'removed' | 'kept';

/** What becomes of a row, and what its columns are to hold. */
function read(
  readable: Readable,
  fields: readonly Placed[],
  prefix: string,
): { fate: Fate; columns: Written[] } {
  const identity = fields.find(({ field }) => field === `${prefix}id`);
  const columns = fields
    .filter((it) => it !== identity)
    .map(({ field, at }): Written => {
      const { name: column, type } = readable.column(field.slice(prefix.length));
      const value = ofChange(({ fields: values }) => inColumn(type, values[at]?.after));
      return { column: name(column), value: sql`${value}::${raw(type)}` };
    });
  if (!identity) return { fate: 'kept', columns };
  return { fate: identity.after === null ? 'removed' : 'made', columns };
}

/** Bytes travel in JSON as base64. */
const inColumn = (type: string, value: unknown): unknown => {
  if (type === 'bytea' && typeof value === 'string') return Buffer.from(value, 'base64');
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
};

const assignment = ({ column, value }: Written): Sql => sql`${column} = ${value}`;

const listed = (pieces: readonly Sql[]): Sql => join(pieces, ', ');

/** Nothing points at the record but what is removed with it. */
function unused(readModel: ReadModel, { type }: Readable): Sql {
  const ours = ofChange(({ fields }) => [...new Set(fields.flatMap(({ part }) => part ?? []))]);
  const free = readModel
    .pointersAt(type)
    .map(
      ({ table, column }) =>
        sql`not exists (select from ${name(table)} where ${name(column)} = ${ownId} and id <> all(${ours}::uuid[]))`,
    );
  return join(free.length ? free : [raw('true')], ' and ');
}
