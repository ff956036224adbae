import type { Reader } from '#server/common/Reader.ts';
import { raw, sql } from '#server/common/sql.ts';
import { deletions as deletionsOf, forgiven } from './misspelling.ts';
import type { QueryText } from './queryWords.ts';
import { joinedForms, splits } from './wordForms.ts';

/** What the dictionary of the register has to be asked for, about all words at once. */
export interface Lookup {
  /** Words and joined words, which may be in the dictionary as they stand or begin another. */
  readonly forms: readonly string[];
  readonly deletions: readonly string[];
}

/** What the dictionary answered. */
export interface Found {
  readonly words: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Words that share a deletion with some word of the query. */
  readonly neighbours: readonly string[];
}

/** What to ask the dictionary before a query can be understood. */
export function lookupOf({ words }: QueryText): Lookup {
  const forms = new Set<string>();
  const near = new Set<string>();
  words.forEach(({ folded, spelt }, at) => {
    forms.add(folded);
    for (const way of new Set([folded, spelt])) {
      for (const deletion of forgiven(way) ? deletionsOf(way) : []) near.add(deletion);
    }
    for (const parts of splits(folded)) for (const part of parts) forms.add(part);
    const next = words[at + 1];
    if (next) for (const joined of joinedForms(folded, next.folded)) forms.add(joined);
  });
  return { forms: [...forms], deletions: [...near] };
}

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
