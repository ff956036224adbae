import type { Run } from '#server/common/inTransaction.ts';
import { nameKey } from '#server/directory/entryOf.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { tags } from '#server/directory/lexemes.ts';
import { lexeme, toTsquery } from '#server/directory/tsquery.ts';
import { type Existing, existingSql } from './Existing.ts';
import type { Wanted } from './readWanted.ts';

/** What the register has that rows may be about. */
export interface Found {
  readonly byId: ReadonlyMap<string, Existing>;
  readonly byNumber: ReadonlyMap<string, Existing>;
  /** By the folded name, its words in one order. */
  readonly byName: ReadonlyMap<string, readonly Existing[]>;
}

/** More that are called alike are told apart by people, not by us. */
const mostOfAName = 6;

/** The folded words of a name in alphabetical order: what names alike have in common. */
export const keyOfName = (name: string): string => nameKey(foldedWords(name));

/** Finner det som er der. Looks up everything that some rows may be about, in three statements however many they are. */
export async function findExisting(
  run: Run,
  rows: readonly { readonly wanted: Wanted; readonly decision: string | null }[],
): Promise<Found> {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const decided = new Set<string>();
  for (const { wanted, decision } of rows) {
    if (wanted.number) numbers.add(wanted.number.value);
    if (wanted.parent) numbers.add(wanted.parent.value);
    if (wanted.name) names.add(keyOfName(wanted.name.value));
    if (decision && decision !== 'new') decided.add(decision);
  }
  names.delete('');
  const keys = [...names];
  const [numbered, named] = await Promise.all([
    // One that was merged into another is that other.
    run<{ id: string; number: string }>(
      'select coalesce(merged_into, id) as id, number from organisation where number = any($1::text[])',
      [[...numbers]],
    ),
    run<{ key: string; id: string }>(
      `select asked.key, e.id
       from unnest($1::text[], $2::text[]) as asked(key, query),
         lateral (
           select id from directory_sought
           where lexemes @@ asked.query::tsquery and record = 'organisation' and asked.key = any(name_keys)
           order by id limit ${mostOfAName}
         ) as e`,
      [keys, keys.map((key) => toTsquery(lexeme(tags.name(key))))],
    ),
  ]);
  const ids = new Set([...numbered, ...named].map(({ id }) => id)).union(decided);
  const found = ids.size ? await run<Existing>(existingSql, [[...ids]]) : [];
  const byId = new Map(found.map((it) => [it.id, it]));
  const byNumber = new Map(
    numbered.flatMap(({ id, number }) => {
      const it = byId.get(id);
      return it ? [[number, it] as const] : [];
    }),
  );
  const byName = new Map<string, Existing[]>();
  for (const { key, id } of named) {
    const it = byId.get(id);
    if (it) byName.set(key, [...(byName.get(key) ?? []), it]);
  }
  return { byId, byNumber, byName };
}
