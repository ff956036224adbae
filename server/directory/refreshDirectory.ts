import { type Entry, entryOf, type IndexedContact, type IndexedRecord } from './entryOf.ts';
import { deletions } from './misspelling.ts';

/** Runs a statement inside the caller's transaction; gives its rows as objects. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

const BATCH = 2_000;

/**
 * Oppdaterer søket. Makes the directory say what the tables say: of these records, of the people who belong to these organisations,
 * and of the words in them; of everything when no records are named.
 *
 * To be run in the transaction that changed the tables. `today` decides which affiliations hold. Gives the number of entries made.
 */
export async function refreshDirectory(
  run: Run,
  today: string,
  ids?: readonly string[],
): Promise<number> {
  const areas = await run<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  const parentOf = new Map(areas.map(({ number, parent }) => [number, parent]));
  if (!ids) return refreshAll(run, today, parentOf);

  const affected = await run<{ id: string }>(
    `select unnest($1::uuid[]) as id
     union select person_id from affiliation where organisation_id = any($1)`,
    [ids],
  );
  const all = affected.map(({ id }) => id);
  const uses = new Map<string, number>();
  const gone = await run<{ word: string; uses: number }>(
    `with gone as (delete from directory_entry where id = any($1) returning lexemes),
     words as (
       select id, regexp_replace(lexeme, '^S:', '') as word
       from (select row_number() over () as id, lexemes from gone) as entry,
         unnest(tsvector_to_array(lexemes)) as lexeme
       where lexeme !~ '^[A-RT-Z]:'
     )
     select word, count(distinct id)::integer as uses from words group by word`,
    [all],
  );
  for (const { word, uses: count } of gone) uses.set(word, -count);
  const made = await insertEntries(run, await recordsOf(run, today, all), parentOf, uses);
  await countWords(run, uses);
  return made;
}

async function refreshAll(
  run: Run,
  today: string,
  parentOf: ReadonlyMap<number, number | null>,
): Promise<number> {
  await run('set local statement_timeout = 0');
  // Between two statements a busy machine may think for long.
  await run('set local idle_in_transaction_session_timeout = 0');
  for (const table of ['directory_entry', 'directory_word', 'directory_deletion']) {
    await run(`delete from ${table}`);
  }
  const ids = await run<{ id: string }>(
    'select id from organisation union all select id from person',
  );
  const uses = new Map<string, number>();
  let made = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH).map(({ id }) => id);
    made += await insertEntries(run, await recordsOf(run, today, batch), parentOf, uses);
  }
  await countWords(run, uses);
  return made;
}

type Contact = [IndexedContact['channel'], IndexedContact['audience'], boolean, string | null];

interface RecordRow extends Omit<IndexedRecord, 'languages' | 'contacts'> {
  readonly languages: [number, IndexedRecord['languages'][number]['speaks']][];
  readonly contacts: Contact[];
}

/** What the tables say of these records. */
async function recordsOf(
  run: Run,
  today: string,
  ids: readonly string[],
): Promise<IndexedRecord[]> {
  const organisations = await run<RecordRow>(
    `select o.id, o.name, o.kind, o.number, o.topics, o.communities,
       case when o.served_areas = '{}' and o.seat_number is not null then array[o.seat_number] else o.served_areas end as areas,
       array(select n.name from organisation_name n where n.organisation_id = o.id order by n.id) as aliases,
       '{}'::text[] as affiliations, '{}'::text[] as willingness,
       (select coalesce(json_agg(json_build_array(l, null)), '[]') from unnest(o.languages) l) as languages,
       (select coalesce(json_agg(json_build_array(c.channel, c.audience, c.bounced_on is not null, c.value)), '[]')
        from organisation_contact_point c where c.organisation_id = o.id) as contacts,
       o.verified_on::text as "verifiedOn", o.verified_by as "verifiedBy", o.closed_on::text as "closedOn"
     from organisation o where o.id = any($1)`,
    [ids],
  );
  const people = await run<RecordRow>(
    `select p.id, trim(p.given_name || ' ' || p.family_name) as name, null as kind, null as number, p.topics,
       '{}'::integer[] as communities, p.areas, '{}'::text[] as aliases,
       array(
         select distinct o.name from affiliation a join organisation o on o.id = a.organisation_id
         where a.person_id = p.id and a.since <= $2::date and coalesce(a.until, 'infinity') >= $2::date
         order by o.name
       ) as affiliations,
       p.willingness,
       (select coalesce(json_agg(json_build_array(l.language_number, l.speaks)), '[]')
        from person_language l where l.person_id = p.id) as languages,
       (select coalesce(json_agg(json_build_array(c.channel, c.audience, c.bounced_on is not null, null)), '[]')
        from person_contact_point c where c.person_id = p.id) as contacts,
       p.verified_on::text as "verifiedOn", p.verified_by as "verifiedBy", null as "closedOn"
     from person p where p.id = any($1)`,
    [ids, today],
  );
  return [...organisations, ...people].map((row) => ({
    ...row,
    languages: row.languages.map(([number, speaks]) => ({ number, speaks })),
    contacts: row.contacts.map(([channel, audience, hasFailed, value]) => ({
      channel,
      audience,
      hasFailed,
      value,
    })),
  }));
}

async function insertEntries(
  run: Run,
  records: readonly IndexedRecord[],
  parentOf: ReadonlyMap<number, number | null>,
  uses: Map<string, number>,
): Promise<number> {
  const entries = records.map((record): Entry => entryOf(record, parentOf));
  for (const { words } of entries) {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  await run(
    `insert into directory_entry (
       id, record, kind, name, sort_name, name_keys, name_length, aliases, affiliations, number, names, lexemes, languages, areas, topics,
       communities, willingness, phone_audiences, reach_audiences, verified_on, verified_by, closed_on
     )
     select id, record, kind, name, sort_name, name_keys, name_length, aliases, affiliations, number, array_to_tsvector(names),
       array_to_tsvector(lexemes), languages, areas, topics, communities, willingness, phone_audiences, reach_audiences,
       verified_on, verified_by, closed_on
     from json_to_recordset($1::json) as entry(
       id uuid, record text, kind text, name text, sort_name text, name_keys text[], name_length integer, aliases text[], affiliations text[],
       number text, names text[], lexemes text[], languages integer[], areas integer[], topics integer[],
       communities integer[], willingness text[], phone_audiences smallint, reach_audiences smallint, verified_on date,
       verified_by text, closed_on date
     )`,
    [JSON.stringify(entries.map(({ row }) => row))],
  );
  return entries.length;
}

/** Adds to the dictionary how often words are used now; new words come with their misspellings, words that nobody uses go. */
export async function countWords(run: Run, uses: ReadonlyMap<string, number>): Promise<void> {
  // In one order, so that two writers of the same words wait for each other rather than for ever.
  const changed = [...uses]
    .filter(([, count]) => count !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  if (!changed.length) return;
  const counted = await run<{ word: string; uses: number; is_new: boolean }>(
    `insert into directory_word as known (word, uses)
     select * from unnest($1::text[], $2::integer[])
     on conflict (word) do update set uses = known.uses + excluded.uses
     returning word, uses, xmax = 0 as is_new`,
    [changed.map(([word]) => word), changed.map(([, count]) => count)],
  );
  const fresh = counted.filter((word) => word.is_new).map(({ word }) => word);
  const unused = counted.filter((word) => word.uses <= 0).map(({ word }) => word);
  await run(
    'insert into directory_deletion select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    neighbourhoods(fresh),
  );
  if (!unused.length) return;
  await run(
    `delete from directory_deletion using unnest($1::text[], $2::text[]) as gone(deletion, word)
     where directory_deletion.deletion = gone.deletion and directory_deletion.word = gone.word`,
    neighbourhoods(unused),
  );
  await run('delete from directory_word where word = any($1) and uses <= 0', [unused]);
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
