import type { Run } from '#server/common/inTransaction.ts';
import { render, type Sql, sql } from '#server/common/sql.ts';
import { deletions } from './misspelling.ts';

/** A word whose number of uses has changed. */
interface Counted {
  readonly word: string;
  readonly uses: number;
  readonly isNew: boolean;
}

/** Adds to the dictionary how often words are used now; new words come with their misspellings, words that nobody uses go. */
export async function countWords(run: Run, uses: ReadonlyMap<string, number>): Promise<void> {
  const changes = changesIn(uses);
  if (!changes.length) return;
  const { text, values } = render(counted(changes));
  await spell(run, await run<Counted>(text, values));
}

/** Words that are used more or less often than they were; in one order, so that writers of the same words wait for each other in turn. */
export const changesIn = (uses: ReadonlyMap<string, number>): [string, number][] =>
  [...uses]
    .filter(([, count]) => count !== 0)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));

/** The statement that counts them, and locks each until the end of the transaction. */
const counted = (changes: readonly [string, number][]): Sql =>
  sql`insert into directory_word as known (word, uses)
    select * from unnest(${changes.map(([word]) => word)}::text[], ${changes.map(([, count]) => count)}::integer[])
    on conflict (word) do update set uses = known.uses + excluded.uses
    returning word, uses, xmax = 0 as "isNew"`;

/**
 * The same for a few words, as parts of a statement, without waiting for what it finds: each word has its misspellings along, and the
 * database takes those of words that are new, or drops those of words that nobody uses. `unusedSql` is to follow.
 */
export function countedAndSpelt(changes: readonly [string, number][]): Sql[] {
  const [come, gone] = [changes.filter(([, by]) => by > 0), changes.filter(([, by]) => by < 0)];
  const spelling = ([deletions, words]: [string[], string[]]) =>
    sql`unnest(${deletions}::text[], ${words}::text[]) as spelt(deletion, word) join counted using (word)`;
  return [
    sql`counted as (${counted(changes)})`,
    ...(come.length
      ? [
          sql`spelt as (
            insert into directory_deletion
            select deletion, word from ${spelling(neighbourhoods(come.map(([word]) => word)))} where "isNew"
            on conflict do nothing
          )`,
        ]
      : []),
    ...(gone.length
      ? [
          sql`unspelt as (
            delete from directory_deletion as known using ${spelling(neighbourhoods(gone.map(([word]) => word)))}
            where uses <= 0 and known.deletion = spelt.deletion and known.word = spelt.word
          )`,
        ]
      : []),
  ];
}

/** Forgets those of $1 that nobody uses any more: a statement of its own, for the one that counts them has just written their rows. */
export const unusedSql = 'delete from directory_word where word = any($1::text[]) and uses <= 0';

/** Gives new words their misspellings, and forgets words that nobody uses. */
function spell(run: Run, words: readonly Counted[]): Promise<unknown> {
  const fresh = words.filter(({ isNew }) => isNew).map(({ word }) => word);
  const unused = words.filter(({ uses }) => uses <= 0).map(({ word }) => word);
  if (!fresh.length && !unused.length) return Promise.resolve();
  return run(
    `with spelt as (
       insert into directory_deletion select * from unnest($1::text[], $2::text[]) on conflict do nothing
     ), unspelt as (
       delete from directory_deletion using unnest($3::text[], $4::text[]) as gone(deletion, word)
       where directory_deletion.deletion = gone.deletion and directory_deletion.word = gone.word
     )
     delete from directory_word where word = any($5::text[])`,
    [...neighbourhoods(fresh), ...neighbourhoods(unused), unused],
  );
}

/** Each word beside each of its deletions, as two columns. */
function neighbourhoods(words: readonly string[]): [string[], string[]] {
  const [left, right]: [string[], string[]] = [[], []];
  for (const word of words) {
    for (const deletion of deletions(word)) {
      left.push(deletion);
      right.push(word);
    }
  }
  return [left, right];
}
