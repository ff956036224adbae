import type { Run } from '#server/common/inTransaction.ts';
import type { Belonging } from './Belonging.ts';
import type { Mergeable } from './Mergeable.ts';

/** A row as PostgreSQL writes it in JSON. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A row that is one of the two records or points at one of them. */
export interface KnownRow {
  readonly table: string;
  /** What points at a record by it; null for the records themselves. */
  readonly belonging: Belonging | null;
  readonly id: string;
  readonly row: JsonRow;
}

/** By what a row is the same before and after. */
export type Snapshot = ReadonlyMap<string, KnownRow>;

/** Øyeblikksbilde. Both records, and every row that points at either: whole, or the columns that follow. */
export async function snapshot(
  run: Run,
  { table, belongings }: Mergeable,
  ids: readonly string[],
): Promise<Snapshot> {
  const followed = belongings.filter(({ becomes }) => becomes === 'moves' || becomes === 'points');
  const rows = await run<{ place: number; id: string; row: JsonRow }>(
    [
      `select -1 as place, r.id, to_jsonb(r) as row from ${table} r where r.id = any($1::uuid[])`,
      ...followed.map(
        (it, place) =>
          `select ${place}, r.id, ${jsonOf(it)} from ${it.table} r
           where r.${it.column} = any($1::uuid[]) and r.id <> all($1::uuid[]) and ${it.where ?? 'true'}`,
      ),
    ].join(' union all '),
    [ids],
  );
  return new Map(
    rows.map(({ place, id, row }) => {
      const belonging = followed[place] ?? null;
      return [`${place} ${id}`, { table: belonging?.table ?? table, belonging, id, row }];
    }),
  );
}

const jsonOf = ({ becomes, columns = [] }: Belonging): string =>
  becomes === 'moves'
    ? 'to_jsonb(r)'
    : `jsonb_build_object('id', r.id, ${columns.map((it) => `'${it}', r.${it}`).join(', ')})`;
