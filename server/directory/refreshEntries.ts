import type { Run } from '#server/common/inTransaction.ts';
import { join, render, sql } from '#server/common/sql.ts';
import { changesIn, type Counted, counted, spell } from './countWords.ts';
import { type Entry, entryOf } from './entryOf.ts';
import { kept } from './entryRows.ts';
import { isWord, tags } from './lexemes.ts';
import { recordOf, type RecordRow, recordsSql } from './recordsOf.ts';

/** The area around each area, by number. */
export type AreaParents = ReadonlyMap<number, number | null>;

/** How many entries were made. `written` is the answer to what was sent last, which nobody needs before the commit. */
export interface Refreshed {
  readonly entries: number;
  readonly written: Promise<unknown>;
}

interface Affected {
  readonly id: string;
  /** What its entry says until now; null where there is none. */
  readonly lexemes: string[] | null;
  /** Null where the record is gone. */
  readonly record: RecordRow | null;
}

/** The records in $1, and whoever belongs to an organisation among them that is not called what its entry says. */
const affected = `
  select unnest($1::uuid[]) as id
  union
  select a.person_id from affiliation a
  join organisation o on o.id = a.organisation_id
  left join directory_entry e on e.id = o.id
  where o.id = any($1) and e.name is distinct from o.name`;

/** Any number, as long as nobody else takes it. */
const LOCKS = 7_411;
/** So few that a transaction can hold all of them, so many that two writers seldom meet by chance. */
const LOCK_COUNT = 1_024;

/**
 * Locks what is to be read: the records, and the organisations of the people among them, whose names stand in their entries.
 *
 * By numbers made of the identifiers, and in their order: two writers that meet wait for each other in turn. Locks on rows would
 * be written to disk, and would not be there before the first entry is.
 */
const lock = `
  select id, pg_advisory_xact_lock(${LOCKS}, key) from (
    select id, hashtext(id::text) & ${LOCK_COUNT - 1} as key from (
      ${affected}
      union
      select organisation_id from affiliation where person_id = any($1)
    ) as touched
    order by key
  ) as in_order`;

/** The same for every record there is. */
export const lockAll = `select pg_advisory_xact_lock(${LOCKS}, key) from generate_series(0, ${LOCK_COUNT - 1}) as key`;

const read = `
  with affected as materialized (${affected}),
  told as (${recordsSql('array(select id from affected)', '$2')})
  select affected.id, to_json(tsvector_to_array(e.lexemes)) as lexemes, to_json(told) as record
  from affected
  left join directory_entry e on e.id = affected.id
  left join told on told.id = affected.id`;

/**
 * Oppdaterer oppføringer. Makes the entries of some records say what the tables say, with those of the people who belong to a renamed
 * organisation, and counts the words that came and went.
 *
 * First it locks, then it reads: whoever comes second sees what the first has written, and writes it too.
 */
export async function refreshEntries(
  run: Run,
  today: string,
  ids: readonly string[],
  parentOf: AreaParents,
): Promise<Refreshed> {
  const found = await lockAndRead(run, today, ids);
  const uses = new Map<string, number>();
  const count = (words: Iterable<string>, by: number) => {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + by);
  };
  const entries: Entry[] = [];
  for (const { lexemes, record } of found) {
    count(new Set((lexemes ?? []).flatMap(wordIn)), -1);
    if (!record) continue;
    const entry = entryOf(recordOf(record), parentOf);
    count(entry.words, 1);
    entries.push(entry);
  }
  const gone = found.filter(({ record }) => !record).map(({ id }) => id);
  const changes = changesIn(uses);
  const writes = [
    ...(entries.length ? [sql`kept as (${kept(entries)})`] : []),
    ...(gone.length
      ? [sql`gone as (delete from directory_entry where id = any(${gone}::uuid[]))`]
      : []),
  ];
  const { text, values } = render(sql`with ${join(writes, ', ')} ${counted(changes)}`);
  const words = run<Counted>(text, values);
  return {
    entries: entries.length,
    written: changes.length ? spell(run, await words) : words,
  };
}

/** Does both again where somebody has joined a renamed organisation while its lock was waited for. */
async function lockAndRead(run: Run, today: string, ids: readonly string[]): Promise<Affected[]> {
  const [locked, found] = await Promise.all([
    run<{ id: string }>(lock, [ids]),
    run<Affected>(read, [ids, today]),
  ]);
  const held = new Set(locked.map(({ id }) => id));
  if (found.every(({ id }) => held.has(id))) return found;
  return lockAndRead(run, today, [...new Set([...ids, ...found.map(({ id }) => id)])]);
}

/** A word that the dictionary knows, of a lexeme that is one. */
const wordIn = (lexeme: string): string[] => {
  if (lexeme.startsWith(tags.part(''))) return [lexeme.slice(tags.part('').length)];
  return isWord(lexeme) ? [lexeme] : [];
};
