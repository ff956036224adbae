import { raw, sql } from '#server/common/sql.ts';
import type { Reader } from '#server/common/Reader.ts';
import type { Found, Lookup } from './understand.ts';

const nothing: Found = { words: new Set(), beginnings: new Set(), neighbours: [] };

const IS_WORD = 0;
const IS_BEGINNING = 1;

/** Asks the dictionary about all words of a query in one statement. */
export async function lookUp(reader: Reader, { forms, deletions }: Lookup): Promise<Found> {
  if (!forms.length) return nothing;
  const rows = await reader.rows<[number, string]>(
    sql`select ${raw(String(IS_WORD))}, form from unnest(${forms}::text[]) as form
        where exists (select from directory_word where word = form)
      union all
      select ${raw(String(IS_BEGINNING))}, form from unnest(${forms}::text[]) as form
        where exists (select from directory_word where word > form and word < form || ${raw(`U&'\\+10FFFF'`)})
      union all
      select distinct 2, word from directory_deletion where deletion = any(${deletions}::text[])`,
  );
  const of = (kind: number) => rows.flatMap(([it, word]) => (it === kind ? [word] : []));
  return {
    words: new Set(of(IS_WORD)),
    beginnings: new Set([...of(IS_WORD), ...of(IS_BEGINNING)]),
    neighbours: of(2),
  };
}
