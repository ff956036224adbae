import type { Context } from '#server/context.ts';
import type { RecordChange } from './changeRecords.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import type { Readable, ReadModel } from './ReadModel.ts';
import type { Tie } from './Tie.ts';
import { join, name, raw, type Sql, sql } from './sql.ts';

/**
 * The statement that writes a record with its parts, and tells of it in the change log. It gives one row, or none where the record is no
 * longer what was seen: then nothing is written. `told`: the same fields as the log
 * keeps them, and whom and what the record ties together. `noted`: what else is written beside it, from the rows of `record`.
 */
export function recordWritten(
  { readModel, viewer, now, requestId }: Context,
  { verb, reason = null, undoes, batchId }: Deed,
  change: RecordChange,
  told: { readonly fields: readonly FieldChange[]; readonly tie: Tie | null },
  noted: Sql | null = null,
): Sql {
  const record = readModel.readable(change.type.name);
  const byPart = Map.groupBy(change.fields, ({ part }) => part);
  const parts = [...byPart].flatMap(([id, fields], at) =>
    id === undefined ? [] : [partOf(readModel, record, id, fields, name(`part${at}`))],
  );
  const root = rootWritten(readModel, record, change, byPart.get(undefined) ?? [], parts);
  return sql`with record as (${root}), ${join(
    parts.map(({ written, alias }) => sql`${alias} as (${written}), `),
    '',
  )} logged as (
      insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, undoes, batch_id, is_reversible, fields,
        person_id, organisation_id)
      select ${record.table}, id, version, ${verb}, ${viewer?.id}::uuid, ${viewer?.via}, ${now}::timestamptz, ${reason},
        ${requestId}, ${change.undoes ?? undoes ?? null}::uuid, ${batchId ?? null}::uuid, true, ${JSON.stringify(told.fields)}::jsonb,
        ${told.tie?.personId ?? null}::uuid, ${told.tie?.organisationId ?? null}::uuid
      from record
    )${noted ? sql`, noted as (${noted})` : raw('')}
    select from record`;
}

interface Part {
  readonly id: string;
  readonly table: string;
  readonly alias: Sql;
  readonly written: Sql;
}

/** The row of the record itself: made, removed, or given a new version. Versions are counted on where a row comes back. */
function rootWritten(
  readModel: ReadModel,
  record: Readable,
  { id, version }: RecordChange,
  own: readonly FieldChange[],
  parts: readonly Part[],
): Sql {
  const table = name(record.table);
  const { fate, columns } = read(record, own, '');
  switch (fate) {
    case 'made':
      return sql`insert into ${table} (${listed([raw('id'), raw('version'), ...columns.map(({ column }) => column)])})
        values (${listed([
          sql`${id}::uuid`,
          sql`(select coalesce(max(version), 0) + 1 from change where record_id = ${id}::uuid)`,
          ...columns.map(({ value }) => value),
        ])})
        returning id, version`;
    case 'removed':
      return sql`delete from ${table} where id = ${id} and version = ${version} and ${unused(readModel, record, id, parts)}
        returning id, version + 1 as version`;
    case 'kept':
      return sql`update ${table}
        set ${listed([sql`version = version + 1`, ...columns.map(assignment)])}
        where id = ${id} and version = ${version}
        returning id, version`;
  }
}

/** One row that is part of the record. */
function partOf(
  readModel: ReadModel,
  record: Readable,
  id: string,
  fields: readonly FieldChange[],
  alias: Sql,
): Part {
  const [relation = ''] = fields[0]?.field.split('.') ?? [];
  const reading = record.readings.get(relation);
  if (reading?.kind !== 'many') throw new Error(`${record.typeName} has no ${relation}`);
  const part = readModel.readable(reading.many.target.name);
  const table = name(part.table);
  const owner = name(reading.many.foreignKey);
  const { fate, columns } = read(part, fields, `${relation}.`);
  const isIt = sql`part.id = ${id} and part.${owner} = record.id`;
  const written = {
    made: sql`insert into ${table} (${listed([raw('id'), owner, ...columns.map(({ column }) => column)])})
      select ${listed([sql`${id}::uuid`, raw('record.id'), ...columns.map(({ value }) => value)])} from record`,
    removed: sql`delete from ${table} as part using record where ${isIt}`,
    kept: sql`update ${table} as part set ${listed(columns.map(assignment))} from record where ${isIt}`,
  };
  return { id, table: part.table, alias, written: written[fate] };
}

interface Written {
  readonly column: Sql;
  readonly value: Sql;
}

type Fate = 'made' | 'removed' | 'kept';

/** What becomes of a row, and what its columns are to hold. */
function read(
  readable: Readable,
  fields: readonly FieldChange[],
  prefix: string,
): { fate: Fate; columns: Written[] } {
  const identity = fields.find(({ field }) => field === `${prefix}id`);
  const columns = fields
    .filter((it) => it !== identity)
    .map(({ field, after }): Written => {
      const { name: column, type } = readable.column(field.slice(prefix.length));
      return { column: name(column), value: sql`${inColumn(type, after)}::${raw(type)}` };
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
function unused(readModel: ReadModel, { type }: Readable, id: string, parts: readonly Part[]): Sql {
  const ours = parts.map((part) => part.id);
  const free = readModel
    .pointersAt(type)
    .map(
      ({ table, column }) =>
        sql`not exists (select from ${name(table)} where ${name(column)} = ${id} and id <> all(${ours}::uuid[]))`,
    );
  return join(free.length ? free : [raw('true')], ' and ');
}
