import type { ReadModel } from '#server/common/ReadModel.ts';
import { fieldOf, type JsonRow } from '#server/common/rowFields.ts';
import { later, name, type Sql, sql } from '#server/common/sql.ts';
import { Statement } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import type { UndoableChange } from './findUndoable.ts';

/** A field that no longer says what a change wrote (`before`), and what it says today (`after`). */
interface Differing {
  readonly field: string;
  readonly part: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** The rows that a change wrote, as they stand today. */
interface Standing {
  readonly row: JsonRow | null;
  /** Those of the parts that the viewer sees, by identifier. */
  readonly parts: Readonly<Record<string, JsonRow>>;
}

/**
 * Endret siden. Which fields of a change no longer say what it wrote: somebody has done something else there since. A part that is gone, or
 * not meant for the viewer any longer, says nothing.
 */
export async function changedSince(context: Context, change: UndoableChange): Promise<Differing[]> {
  const { readModel } = context;
  const record = readModel.readable(change.type.name);
  const { row, parts } = await standing(context, change);
  return change.fields.flatMap(({ field, part, after: before }) => {
    const [relation = '', property = ''] = field.split('.');
    const now = part === undefined ? row : parts[part];
    const readable = part === undefined ? record : targetOf(readModel, change, relation);
    const of = part === undefined ? field : property;
    const after = now ? (of === 'id' ? now['id'] : fieldOf(readable, now, of)) : null;
    return isSame(before, after) ? [] : [{ field, part: part ?? null, before, after }];
  });
}

/** Both are JSON of what a column holds. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

async function standing(context: Context, change: UndoableChange): Promise<Standing> {
  const { readModel, reader } = context;
  const { table } = readModel.readable(change.type.name);
  const touched = new Set(
    change.fields.flatMap(({ field, part }) =>
      part === undefined ? [] : (field.split('.')[0] ?? []),
    ),
  );
  const rows = [...touched].map((relation) => partsSql(readModel, change, relation));
  const all = rows.reduce((one, other) => sql`${one} || ${other}`, sql`'{}'::jsonb`);
  const statement = new Statement(
    sql`select (select to_jsonb(r) from ${name(table)} as r where r.id = ${later(() => change.id)}::uuid), ${all}`,
  );
  const [found] = await reader.rawRows(statement, { context, args: {} });
  const [row, parts] = found ?? [];
  return {
    row: row ? (JSON.parse(row) as JsonRow) : null,
    parts: JSON.parse(parts ?? '{}') as Standing['parts'],
  };
}

function partsSql(readModel: ReadModel, change: UndoableChange, relation: string): Sql {
  const { table, rule } = targetOf(readModel, change, relation);
  const ids = change.fields.flatMap(({ part }) => part ?? []);
  return sql`coalesce((
    select jsonb_object_agg(p.id, to_jsonb(p)) from ${name(table)} as p
    where p.id = any(${later(() => ids)}::uuid[]) and ${rule('p')}
  ), '{}')`;
}

function targetOf(readModel: ReadModel, { type }: UndoableChange, relation: string) {
  const reading = readModel.reading(type.name, relation);
  if (reading?.kind !== 'many') throw new Error(`${type.name} has no ${relation}`);
  return readModel.readable(reading.many.target.name);
}
