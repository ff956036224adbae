import { raw, type Sql, sql } from '#server/common/sql.ts';
import type { Entry } from './entryOf.ts';

const columns =
  'id record kind name sort_name name_keys name_length aliases affiliations number names lexemes languages areas topics communities \
willingness phone_audiences reach_audiences verified_on verified_by closed_on due_months'.split(
    ' ',
  );

const listed = raw(columns.join(', '));
const proposed = raw(columns.map((column) => `excluded.${column}`).join(', '));

const known = raw(columns.map((column) => `known.${column}`).join(', '));

/**
 * The statement that makes entries, or changes those that say something else; the others it leaves alone. Young ones are put into the
 * index of words later (`settleEntries`).
 */
export const kept = (entries: readonly Entry[], { areYoung }: { areYoung: boolean }): Sql =>
  sql`insert into directory_entry as known (${listed}, is_young)
    select ${listed}, ${areYoung}::boolean
    from json_to_recordset(${JSON.stringify(entries.map(({ row }) => row))}::json) as entry(
      id uuid, record text, kind text, name text, sort_name text, name_keys text[], name_length integer, aliases text[], affiliations text[],
      number text, names tsvector, lexemes tsvector, languages integer[], areas integer[], topics integer[],
      communities integer[], willingness text[], phone_audiences smallint, reach_audiences smallint, verified_on date,
      verified_by text, closed_on date, due_months smallint
    )
    on conflict (id) do update set (${listed}, is_young) = row(${proposed}, excluded.is_young)
      where (${known}) is distinct from (${proposed})`;
