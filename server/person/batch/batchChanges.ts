import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { areasOf, type Scope } from '#server/access/scope.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { isSealed, openPersonKey, openSealed } from '#server/common/personKey.ts';
import type { Type } from '#server/common/ReadModel.ts';
import { fieldOf, type JsonRow } from '#server/common/rowFields.ts';
import type { Writer } from '#server/common/writeInSets.ts';

/** Why a record cannot be put back as it was. */
export type Hindrance = 'CHANGED_SINCE' | 'STILL_IN_USE' | 'GONE' | 'OUTSIDE_SCOPE';

/** A change of a batch, and how its record stands today. */
export interface BatchChange {
  readonly id: string;
  readonly recordId: string;
  /** In clear. */
  readonly fields: readonly FieldChange[];
  /** The version to see when it is undone. */
  readonly version: number;
  readonly name: string | null;
  readonly hindrance: Hindrance | null;
}

interface Row {
  readonly id: string;
  readonly record_id: string;
  readonly made_version: number;
  readonly fields: FieldChange[];
  readonly name: string | null;
  readonly version: number | null;
  readonly is_used: boolean;
  readonly is_theirs: boolean;
  readonly sealed_key: Buffer | null;
}

const nameOf: Readonly<Record<string, string>> = {
  organisation: 'r.name',
  person: "trim(r.given_name || ' ' || r.family_name)",
};

const isTheirs: Readonly<Record<string, string>> = {
  organisation: `case when r.served_areas = '{}' then array[r.seat_number] else r.served_areas end && $4::integer[]`,
  person: `r.areas && $4::integer[] or exists (
    select from affiliation a join organisation o on o.id = a.organisation_id
    where a.person_id = r.id and o.served_areas && $4::integer[]
      and a.since <= $5::date and coalesce(a.until, 'infinity') >= $5::date)`,
};

/**
 * Det som står i veien. Changes of a batch that nobody has undone, from one identifier on, each with what keeps it from being undone.
 *
 * A record that somebody has changed since is looked at field by field: other fields may say what they like. One that the batch made goes
 * only untouched, and while nothing points at it but what goes with it.
 */
export async function batchChanges(
  run: Run,
  writer: Writer,
  type: Type,
  { batchId, after, most, scope }: { batchId: string; after: string; most: number; scope: Scope },
): Promise<BatchChange[]> {
  const { readModel, personalKey, today } = writer;
  const { table } = readModel.readable(type.name);
  const pointers = pointersAt(writer, type).map(
    ({ table: from, column }) =>
      `exists (select from ${from} as p where p.${column} = c.record_id${
        from === table
          ? ` and not exists (select from change as m where m.batch_id = c.batch_id and m.record_id = p.id and m.fields @> '[{"field": "id", "before": null}]')`
          : ''
      })`,
  );
  const rows = await run<Row>(
    `select c.id, c.record_id, c.version as made_version, c.fields, ${nameOf[table]} as name, r.version,
       c.fields @> '[{"field": "id", "before": null}]' and (${[
         ...pointers,
         `exists (select from personal_link l where l.record_id = c.record_id)`,
       ].join(' or ')}) as is_used,
       ($4::integer[] is null or r.id is null or (${isTheirs[table]})) as is_theirs,
       (select k.sealed_key from person_key k where k.person_id = c.record_id) as sealed_key
     from change as c left join ${table} as r on r.id = c.record_id
     where c.batch_id = $1::uuid and c.record = '${table}' and c.id > $2::uuid and c.undoes is null
       and $5::date is not null and not exists (select from change as u where u.undoes = c.id)
     order by c.id limit $3::integer`,
    [batchId, after, most, areasOf(scope), today],
  );
  const opened = rows.map((row) => {
    const key = row.sealed_key && openPersonKey(personalKey, row.sealed_key, row.record_id);
    const open = (value: unknown) =>
      isSealed(value) && key ? openSealed(key, row.record_id, value) : value;
    const fields = row.fields.map((field) => ({
      ...field,
      before: open(field.before),
      after: open(field.after),
    }));
    return { ...row, fields };
  });
  const doubtful = opened.filter(
    ({ version, made_version: made, fields }) =>
      version !== null && version !== made && !fate(fields),
  );
  const touched = await differing(run, writer, type, doubtful);
  return opened.map((row): BatchChange => ({
    id: row.id,
    recordId: row.record_id,
    fields: row.fields,
    version: row.version ?? row.made_version,
    name: row.name,
    hindrance: hindranceOf(row, touched),
  }));
}

function hindranceOf(row: Row, touched: ReadonlySet<string>): Hindrance | null {
  const came = fate(row.fields);
  if (row.fields.some(({ before, after }) => isSealed(before) || isSealed(after))) return 'GONE';
  if (came === 'removed') return row.version === null ? null : 'CHANGED_SINCE';
  if (row.version === null) return 'GONE';
  if (!row.is_theirs) return 'OUTSIDE_SCOPE';
  if (touched.has(row.record_id)) return 'CHANGED_SINCE';
  if (came !== 'made') return null;
  if (row.version !== row.made_version) return 'CHANGED_SINCE';
  return row.is_used ? 'STILL_IN_USE' : null;
}

function fate(fields: readonly FieldChange[]): 'made' | 'removed' | null {
  const own = fields.find(({ field, part }) => field === 'id' && part === undefined);
  if (!own) return null;
  return own.before === null ? 'made' : 'removed';
}

/** What points at a record and does not go with it. */
function pointersAt({ readModel }: Writer, type: Type) {
  const { readings } = readModel.readable(type.name);
  const parts = new Set(
    [...readings.values()].flatMap((reading) =>
      reading.kind === 'many' && reading.many.as === 'list'
        ? [readModel.readable(reading.many.target.name).table]
        : [],
    ),
  );
  return readModel.pointersAt(type).filter(({ table }) => !parts.has(table));
}

/** The records of which some field no longer says what the batch wrote. */
async function differing(
  run: Run,
  { readModel }: Writer,
  type: Type,
  changes: readonly Row[],
): Promise<ReadonlySet<string>> {
  if (!changes.length) return new Set();
  const record = readModel.readable(type.name);
  const standing = new Map<string, JsonRow>();
  const load = async (table: string, ids: readonly string[]) => {
    const rows = await run<{ id: string; row: JsonRow }>(
      `select id, to_jsonb(r) as row from ${table} as r where id = any($1::uuid[])`,
      [ids],
    );
    for (const { id, row } of rows) standing.set(id, row);
  };
  await load(
    record.table,
    changes.map((it) => it.record_id),
  );
  const relations = new Map<string, Set<string>>();
  for (const { field, part } of changes.flatMap(({ fields }) => fields)) {
    if (part === undefined) continue;
    const [relation = ''] = field.split('.');
    relations.set(relation, (relations.get(relation) ?? new Set()).add(part));
  }
  const tables = new Map(
    [...relations.keys()].map((relation) => {
      const reading = record.readings.get(relation);
      if (reading?.kind !== 'many') throw new Error(`${record.typeName} has no ${relation}`);
      return [relation, readModel.readable(reading.many.target.name)];
    }),
  );
  for (const [relation, ids] of relations) await load(tables.get(relation)!.table, [...ids]);
  const isOther = (recordId: string, { field, part, after }: FieldChange): boolean => {
    const [relation = '', property = ''] = field.split('.');
    const row = standing.get(part ?? recordId);
    const readable = part === undefined ? record : tables.get(relation)!;
    const name = part === undefined ? field : property;
    const now = row && (name === 'id' ? row['id'] : fieldOf(readable, row, name));
    return JSON.stringify(now ?? null) !== JSON.stringify(after ?? null);
  };
  return new Set(
    changes
      .filter(({ record_id: id, fields }) => fields.some((field) => isOther(id, field)))
      .map((it) => it.record_id),
  );
}

/** What a batch may be of, in the order in which it is undone: people point at organisations. */
export const batchTypes: readonly Type[] = [Person, Organisation];
