import type { Context } from '#server/context.ts';
import { Unauthenticated } from '#server/problems.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import { inTransaction, type Run } from './inTransaction.ts';
import { personKeyOf, sealFields } from './personKey.ts';
import type { Readable, ReadModel, Type } from './ReadModel.ts';
import { join, name, render, type Sql, sql } from './sql.ts';

/** A record as somebody saw it. */
export interface Seen {
  readonly type: Type;
  readonly id: string;
  readonly version: number;
}

/**
 * Endrer felt. Writes fields of one record and of its parts, and their row in the change log, from one list and in one statement: what
 * is written is what is told.
 *
 * False, and nothing written, where the record is no longer the version that was seen. Whatever follows the register follows in the same
 * transaction, which takes two trips to the database.
 */
export function changeFields(
  context: Context,
  deed: Deed,
  seen: Seen,
  fields: readonly FieldChange[],
): Promise<boolean> {
  return inTransaction(context.database.pool, async (run) => {
    const told = await toldOf(run, context, seen, fields);
    const { text, values } = render(statementFor(context, deed, seen, fields, told));
    const written = run(text, values);
    const followed = context.followers.map((follow) => follow(run, [seen.id], context.today));
    const [rows] = await Promise.all([written, ...followed]);
    return rows.length === 1;
  });
}

/** What the log keeps of it: of a person, sealed for the person. */
async function toldOf(
  run: Run,
  { personalKey }: Context,
  { type, id }: Seen,
  fields: readonly FieldChange[],
): Promise<readonly FieldChange[]> {
  if (type.name !== 'Person') return fields;
  return sealFields(await personKeyOf(run, personalKey, id), id, fields);
}

function statementFor(
  { readModel, viewer, now, requestId }: Context,
  { verb, reason = null, undoes }: Deed,
  { type, id, version }: Seen,
  fields: readonly FieldChange[],
  told: readonly FieldChange[],
): Sql {
  if (!viewer) throw new Unauthenticated();
  const record = readModel.readable(type.name);
  const own = fields.filter(({ part }) => part === undefined);
  const parts = [...Map.groupBy(fields, ({ part }) => part)].flatMap(([part, theirs], at) =>
    part === undefined ? [] : partWritten(readModel, record, part, theirs, name(`part${at}`)),
  );
  const assignments = own.map(({ field, after }) => assignment(record, field, after));
  return sql`with record as (
      update ${name(record.table)}
      set ${join([sql`version = version + 1`, ...assignments], ', ')}
      where id = ${id} and version = ${version}
      returning id, version
    ), ${join(
      parts.map((part) => sql`${part}, `),
      '',
    )} logged as (
      insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, undoes, fields)
      select ${record.table}, id, version, ${verb}, ${viewer.id}::uuid, ${viewer.via}, ${now}::timestamptz, ${reason},
        ${requestId}, ${undoes ?? null}::uuid, ${JSON.stringify(told)}::jsonb
      from record
    )
    select from record`;
}

/** The columns of one row that is part of the record. */
function partWritten(
  readModel: ReadModel,
  record: Readable,
  id: string,
  fields: readonly FieldChange[],
  alias: Sql,
): Sql {
  const [relation = ''] = fields[0]?.field.split('.') ?? [];
  const reading = record.readings.get(relation);
  if (reading?.kind !== 'many') throw new Error(`${record.typeName} has no ${relation}`);
  const part = readModel.readable(reading.many.target.name);
  const assignments = fields.map(({ field, after }) =>
    assignment(part, field.slice(relation.length + 1), after),
  );
  return sql`${alias} as (
    update ${name(part.table)} as part set ${join(assignments, ', ')} from record
    where part.id = ${id} and part.${name(reading.many.foreignKey)} = record.id
  )`;
}

const assignment = (readable: Readable, property: string, value: unknown): Sql =>
  sql`${name(readable.column(property).name)} = ${value}`;
