import type pg from 'pg';

import { inTransaction } from '#server/common/inTransaction.ts';
import type { Entry } from './newsOf.ts';
import { Unreachable } from './PoliteClient.ts';
import type { Registers } from './Registers.ts';
import { takeIn, type TakingIn } from './takeIn.ts';
import type { UnitFacts } from './UnitFacts.ts';

/** What it takes to follow the registers of others. */
export interface Watching extends Pick<TakingIn, 'areaOf'> {
  readonly pool: Pick<pg.Pool, 'connect' | 'query'>;
  readonly registers: Registers;
  readonly clock: () => Date;
  /** Fewer at a time, for those who want to see it go on. */
  readonly updatesAtATime?: number;
}

/** What came of it. */
export interface Watched {
  /** How many happenings were read. */
  readonly updates: number;
  /** How many numbers were looked up. */
  readonly looks: number;
  readonly proposals: number;
  /** How many could not be looked up, and wait for the next time. */
  readonly left: number;
}

const usualPage = 1_000;
/** Far more than happens between one day and the next; what is beyond waits for the next time. */
const mostPages = 500;
/** So many are looked at for the first time, so that no day is long. */
const firstLooksAtATime = 5_000;
/** What a day has of voluntary organisations whose categories are looked up anew: their register has no list of happenings. */
const categoriesAtATime = 400;
const categoriesLast = 30;
/** A number that fails as often is not looked up again until something happens to it. */
const mostAttempts = 5;
/** As many failures after each other are the register's. */
const failuresInARow = 3;

/**
 * Følger registrene. Reads what has happened in Enhetsregisteret since the last time, looks up those of our organisations that something has happened to,
 * and proposes what is news. It writes nothing in our register.
 *
 * It may be stopped at any time and goes on where it was: how far the list has been read and whom that concerns is taken down together, and so is what
 * was found and what follows from it. Throws `Unreachable` where the register does not answer; what was done until then is done.
 */
export async function watchRegisters(watching: Watching): Promise<Watched> {
  const updates = await readFeed(watching);
  const first = await firstLooks(watching);
  await callForCategories(watching);
  const { looks, proposals, left } = await lookUpNews(watching);
  return { updates, looks: first.looks + looks, proposals: first.proposals + proposals, left };
}

/** Reads the list of happenings to its end, and takes down which of our numbers are in it. Nothing is missed by gaps, nothing done twice by repeats. */
async function readFeed({
  pool,
  registers,
  clock,
  updatesAtATime = usualPage,
}: Watching): Promise<number> {
  const { rows } = await pool.query<{ lastId: string | null; readOn: string }>(
    `select last_id as "lastId", read_on::text as "readOn" from register_feed where name = 'units'`,
  );
  let last = rows[0]?.lastId ? Number(rows[0].lastId) : null;
  // Whoever begins looks at everybody anyway: a day back is enough for what happens meanwhile.
  const since = rows[0] ? new Date(`${rows[0].readOn}T00:00:00Z`) : clock();
  const from = new Date(since.getTime() - 24 * 3_600_000);
  let read = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const updates = await registers.updates(
      last === null ? { at: from } : { id: last + 1 },
      updatesAtATime,
    );
    const end = updates.at(-1)?.id ?? null;
    // A list that does not go on would be read for ever.
    const isOver = end === null || (last !== null && end <= last);
    if (!isOver) last = end;
    await inTransaction(pool, async (run) => {
      void run(
        `insert into register_news (number, what)
         select o.number, (array_agg(u.what order by u.place desc))[1]
         from unnest($1::text[], $2::text[]) with ordinality as u(number, what, place)
         join organisation o on o.number = u.number
         where o.archived_on is null group by o.number
         on conflict (number) do update set what = excluded.what, attempts = 0`,
        [updates.map(({ number }) => number), updates.map(({ what }) => what)],
      );
      void run(
        `insert into register_feed (name, last_id, read_on) values ('units', $1, $2)
         on conflict (name) do update set last_id = greatest(register_feed.last_id, excluded.last_id), read_on = excluded.read_on`,
        [last, clock()],
      );
    });
    if (isOver) return read;
    read += updates.length;
  }
  return read;
}

/** Looks at those that nobody has looked at before, many at a time. Those of which nothing is said are looked up one by one. */
async function firstLooks(watching: Watching): Promise<{ looks: number; proposals: number }> {
  const { pool, registers } = watching;
  const { rows } = await pool.query<{ number: string }>(
    `select o.number from organisation o
     where o.number is not null and o.archived_on is null and o.closed_on is null
       and not exists (select from register_entry e where e.number = o.number)
       and not exists (select from register_news n where n.number = o.number)
     order by o.number limit $1`,
    [firstLooksAtATime],
  );
  const numbers = rows.map(({ number }) => number);
  let [looks, proposals] = [0, 0];
  for (let at = 0; at < numbers.length; at += 100) {
    const some = numbers.slice(at, at + 100);
    const found = await registers.several(some);
    for (const facts of found) {
      proposals += await taken(watching, facts.number, hereIs(facts, null));
      looks += 1;
    }
    const told = new Set(found.map(({ number }) => number));
    await pool.query(
      `insert into register_news (number, what) select unnest($1::text[]), 'Ukjent' on conflict do nothing`,
      [some.filter((number) => !told.has(number))],
    );
  }
  return { looks, proposals };
}

/** Categories change without a word: those that were heard longest ago, or never, are asked for anew. */
async function callForCategories({ pool, clock }: Watching): Promise<void> {
  await pool.query(
    `insert into register_news (number, what)
     select e.number, 'Endring' from register_entry e join organisation o on o.number = e.number
     where (e.facts->>'isVoluntary')::boolean and o.archived_on is null and o.closed_on is null
       and (e.categories is null or e.fetched_at < $1::timestamptz - make_interval(days => $2))
     order by e.fetched_at, e.number limit $3
     on conflict do nothing`,
    [clock(), categoriesLast, categoriesAtATime],
  );
}

async function lookUpNews(
  watching: Watching,
): Promise<{ looks: number; proposals: number; left: number }> {
  const { pool } = watching;
  const { rows } = await pool.query<{ number: string }>(
    'select number from register_news where attempts < $1 order by number',
    [mostAttempts],
  );
  let [looks, proposals, left, failures] = [0, 0, 0, 0];
  for (const { number } of rows) {
    try {
      proposals += await taken(watching, number, await lookedUp(watching, number));
      looks += 1;
      failures = 0;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      left += 1;
      failures += 1;
      if (failures === failuresInARow) throw error;
      await pool.query('update register_news set attempts = attempts + 1 where number = $1', [
        number,
      ]);
    }
  }
  return { looks, proposals, left };
}

async function lookedUp({ registers }: Watching, number: string): Promise<Entry> {
  const answer = await registers.unit(number, 'job');
  if (!('facts' in answer)) return { state: answer.state, facts: null, categories: null };
  if (answer.state === 'deleted') return { ...answer, categories: null };
  const { facts } = answer;
  return hereIs(facts, facts.isVoluntary ? await registers.categories(number, 'job') : null);
}

const hereIs = (facts: UnitFacts, categories: readonly string[] | null): Entry => ({
  state: 'here',
  facts,
  categories,
});

const taken = ({ pool, clock, areaOf }: Watching, number: string, entry: Entry): Promise<number> =>
  inTransaction(pool, (run) => takeIn(run, number, entry, { now: clock(), areaOf }));
