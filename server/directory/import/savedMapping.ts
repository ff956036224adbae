import type { Run } from '#server/common/inTransaction.ts';
import type { MappedColumn } from './fields.ts';
import type { GuessedColumn } from './guessColumns.ts';

/** Lagret kobling. How somebody took the columns of a file with the same headings the last time; null where they never have. */
export async function savedMapping(
  run: Run,
  byId: string | null,
  headings: readonly string[],
): Promise<GuessedColumn[] | null> {
  const [saved] = await run<{ columns: MappedColumn[] }>(
    'select columns from import_mapping where by_id is not distinct from $1::uuid and headings = $2::text[]',
    [byId, headings],
  );
  return saved?.columns.map((column) => ({ ...column, by: 'saved' as const })) ?? null;
}

export const saveMapping = (
  run: Run,
  byId: string | null,
  headings: readonly string[],
  { columns, now }: { readonly columns: readonly MappedColumn[]; readonly now: Date },
): Promise<unknown> =>
  run(
    `insert into import_mapping (id, by_id, headings, columns, at) values (gen_random_uuid(), $1::uuid, $2::text[], $3::jsonb, $4::timestamptz)
     on conflict on constraint import_mapping_is_remembered_once do update set columns = excluded.columns, at = excluded.at`,
    [byId, headings, JSON.stringify(columns), now],
  );
