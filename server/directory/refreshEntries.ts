import type { Run } from '#server/common/inTransaction.ts';
import { join, render, type Sql, sql } from '#server/common/sql.ts';
import { changesIn, countedAndSpelt, unusedSql } from './countWords.ts';
import { type Entry, entryOf, foundBy, wordsIn } from './entryOf.ts';
import { kept } from './entryRows.ts';
import { recordOf, type RecordRow, recordsSql } from './recordsOf.ts';

/** The area around each area, by number. */
export type AreaParents = ReadonlyMap<number, number | null>;

/** How many entries were made. `written` is the answer to what was sent last, which nobody needs before the commit. */
export interface Refreshed {
  readonly entries: number;
  readonly written: Promise<unknown>;
}

/** How they are made. */
interface Manner {
  /** Organisations of which it is known that they have been called otherwise, whatever their entries say. */
  readonly renamed?: readonly string[];
  /** Whether they are put into the index of words later, however many there are. */
  readonly areYoung?: boolean;
}

/** Whoever belongs to an organisation in $1 that is not called what its entry says, or is in the list at the other place. */
const members = (renamed: '$2' | '$3'): string => `
  select a.person_id as id from affiliation a
  join organisation o on o.id = a.organisation_id
  left join directory_entry e on e.id = o.id
  where o.id = any($1) and (e.name is distinct from o.name or o.id = any(${renamed}::uuid[]))`;

/** Any number, as long as nobody else takes it. */
const LOCKS = 7_411;
/** So few that a transaction can hold all of them, so many that two writers seldom meet by chance. */
const LOCK_COUNT = 1_024;

/**
 * Locks what is to be read: the records, their members, and the organisations of the people among the records, whose names stand in
 * their entries.
 *
 * By numbers made of the identifiers, and in their order: two writers that meet wait for each other in turn. Locks on rows would
 * be written to disk, and would not be there before the first entry is.
 */
const lock = `
  select id, pg_advisory_xact_lock(${LOCKS}, key) from (
    select id, hashtext(id::text) & ${LOCK_COUNT - 1} as key from (
      select unnest($1::uuid[]) as id
      union ${members('$2')}
      union select organisation_id from affiliation where person_id = any($1)
    ) as touched
    order by key
  ) as in_order`;

/** The same for every record there is. */
export const lockAll = `select pg_advisory_xact_lock(${LOCKS}, key) from generate_series(0, ${LOCK_COUNT - 1}) as key`;

/** What writes more entries at once puts them into the index of words itself: each search looks through all that are young. */
const MOST_YOUNG = 100;

interface Known {
  readonly id: string;
  /** What its entry says until now; null where there is none. */
  readonly lexemes: string[] | null;
  /** Null where the record is gone. */
  readonly record: RecordRow | null;
}

const readRecords = `
  with told as (${recordsSql('$1', '$2')})
  select asked.id, to_json(tsvector_to_array(e.lexemes)) as lexemes, to_json(told) as record
  from unnest($1::uuid[]) as asked(id)
  left join directory_entry e on e.id = asked.id
  left join told on told.id = asked.id`;

/** Of whom only the names of their organisations change. */
interface Member {
  readonly id: string;
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const readMembers = `
  select e.id, e.name, to_json(e.affiliations) as before, to_json(array(
    select distinct o.name from affiliation a join organisation o on o.id = a.organisation_id
    where a.person_id = e.id and a.since <= $2::date and coalesce(a.until, 'infinity') >= $2::date
    order by o.name
  )) as after
  from directory_entry e where e.id in (${members('$3')}) and e.id <> all($1)`;

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
  manner: Manner = {},
): Promise<Refreshed> {
  const { records, members } = await lockAndRead(run, today, ids, manner.renamed ?? []);
  const uses = new Map<string, number>();
  const count = (words: Iterable<string>, by: number) => {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + by);
  };

  const entries: Entry[] = [];
  for (const { lexemes, record } of records) {
    count(wordsIn(lexemes ?? []), -1);
    if (!record) continue;
    const entry = entryOf(recordOf(record), parentOf);
    count(entry.words, 1);
    entries.push(entry);
  }
  const renamed: object[] = [];
  for (const { id, name, before, after } of members) {
    if (isSame(before, after)) continue;
    const [old, own] = [foundBy([name, ...before]), foundBy([name, ...after])];
    count(wordsIn(old), -1);
    count(wordsIn(own), 1);
    const [removed, added] = [[...old.difference(own)], [...own.difference(old)]];
    renamed.push({ id, affiliations: after, removed, added });
  }
  const gone = records.filter(({ record }) => !record).map(({ id }) => id);

  const changes = changesIn(uses);
  const areYoung = manner.areYoung ?? entries.length + renamed.length <= MOST_YOUNG;
  const writes = [
    sql`noted as (${noted(ids)})`,
    ...(entries.length ? [sql`kept as (${kept(entries, { areYoung })})`] : []),
    ...(renamed.length ? [sql`renamed as (${withNewNames(renamed, { areYoung })})`] : []),
    ...(gone.length
      ? [sql`gone as (delete from directory_entry where id = any(${gone}::uuid[]))`]
      : []),
    ...(changes.length ? countedAndSpelt(changes) : []),
  ];
  const { text, values } = render(sql`with ${join(writes, ', ')} select`);
  const told = run(text, values);
  const fewer = changes.flatMap(([word, by]) => (by < 0 ? [word] : []));
  const forgotten = fewer.length ? run(unusedSql, [fewer]) : null;
  const written = Promise.all([told, forgotten]);
  // Whoever does not wait for it hears of it from the commit.
  written.catch(() => undefined);
  return { entries: entries.length + renamed.length, written };
}

/** Does both again where somebody has joined a renamed organisation while its lock was waited for. */
async function lockAndRead(
  run: Run,
  today: string,
  ids: readonly string[],
  renamed: readonly string[],
): Promise<{ records: Known[]; members: Member[] }> {
  const [locked, records, members] = await Promise.all([
    run<{ id: string }>(lock, [ids, renamed]),
    run<Known>(readRecords, [ids, today]),
    run<Member>(readMembers, [ids, today, renamed]),
  ]);
  const held = new Set(locked.map(({ id }) => id));
  if (members.every(({ id }) => held.has(id))) return { records, members };
  return lockAndRead(run, today, ids, renamed);
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);

/** The statement that has them looked at for duplicates. Whoever is noted already is noted anew: the job that is about to look passes by what is held here. */
const noted = (ids: readonly string[]): Sql =>
  sql`insert into duplicate_due select distinct unnest(${ids}::uuid[]) order by 1
    on conflict (record_id) do update set record_id = excluded.record_id`;

/** The statement that changes of some people's entries what the names of their organisations are in. */
const withNewNames = (renamed: readonly object[], { areYoung }: { areYoung: boolean }): Sql =>
  sql`update directory_entry as known set affiliations = member.affiliations, is_young = ${areYoung}::boolean,
      lexemes = ts_delete(known.lexemes, member.removed) || array_to_tsvector(member.added)
    from json_to_recordset(${JSON.stringify(renamed)}::json)
      as member(id uuid, affiliations text[], removed text[], added text[])
    where known.id = member.id`;
