import type pg from 'pg';

import type { CodeChange, Registers } from './Registers.ts';

/** What it takes to follow how municipalities change. */
export interface WatchingAreas {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly registers: Pick<Registers, 'municipalityChanges'>;
  readonly clock: () => Date;
}

/** A municipality that is no more, or will be: what it becomes, and since when. */
export interface AreaChange {
  readonly oldCode: string;
  readonly oldName: string;
  readonly changedOn: string;
  readonly successors: readonly { readonly code: string; readonly name: string }[];
}

/** What came of it. */
export interface WatchedAreas {
  /** Those that we had not heard of. */
  readonly changes: readonly AreaChange[];
  /** Successors that our list of areas lacks: proposals, until somebody takes them in (`adoptAreas`). */
  readonly missing: readonly MissingArea[];
}

export interface MissingArea {
  readonly code: string;
  readonly name: string;
  /** The first that it came out of. */
  readonly from: string;
}

/** Our own list of municipalities is that of this day. */
const listIsOf = '2024-01-01';
const day = 24 * 3_600_000;
/** Changes are decided long before they happen. */
const ahead = 400 * day;

const dateOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/**
 * Følger kommuneendringer. Takes down which municipalities have become which, by the word of Klass. Nobody is moved by it: where organisations belong to
 * one that is no more, the work list asks an editor, and of a municipality that was parted nobody else chooses.
 *
 * May be run again at any time: what we have heard of is not heard of again.
 */
export async function watchAreas({ pool, registers, clock }: WatchingAreas): Promise<WatchedAreas> {
  const { rows } = await pool.query<{ readOn: string }>(
    `select read_on::text as "readOn" from register_feed where name = 'areas'`,
  );
  const now = clock();
  // A change may be told of late: one goes back a year each time.
  const since = rows[0] ? dateOf(new Date(Date.parse(rows[0].readOn) - 365 * day)) : listIsOf;
  // What happened on the day of our list is in it; the first day asked for is part of the answer.
  const from = since > listIsOf ? since : dateOf(new Date(Date.parse(listIsOf) + day));
  const told = await registers.municipalityChanges(from, dateOf(new Date(now.getTime() + ahead)));
  const added = await pool.query<CodeChange>(
    `insert into area_change (old_code, old_name, new_code, new_name, changed_on, found_at)
     select distinct on (c."oldCode", c."newCode", c."changedOn")
       c."oldCode", c."oldName", c."newCode", c."newName", c."changedOn", $2
     from jsonb_to_recordset($1::jsonb)
       as c("oldCode" text, "oldName" text, "newCode" text, "newName" text, "changedOn" date)
     on conflict do nothing
     returning old_code as "oldCode", old_name as "oldName", new_code as "newCode", new_name as "newName",
       changed_on::text as "changedOn"`,
    [JSON.stringify(told), now],
  );
  await pool.query(
    `insert into register_feed (name, read_on) values ('areas', $1)
     on conflict (name) do update set read_on = excluded.read_on`,
    [now],
  );
  return { changes: changesIn(added.rows), missing: await missingAreas(pool) };
}

function changesIn(rows: readonly CodeChange[]): AreaChange[] {
  const groups = Map.groupBy(rows, ({ oldCode, changedOn }) => `${oldCode} ${changedOn}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { oldCode, oldName, changedOn } = first;
    const successors = all.map(({ newCode: code, newName: name }) => ({ code, name }));
    return [{ oldCode, oldName, changedOn, successors }];
  });
}

/** Successors that our list of areas lacks. */
export async function missingAreas(pool: Pick<pg.Pool, 'query'>): Promise<MissingArea[]> {
  const { rows } = await pool.query<MissingArea>(
    `select distinct on (c.new_code) c.new_code as code, c.new_name as name, c.old_code as "from"
     from area_change as c
     where not exists (select from area where area.code = c.new_code)
     order by c.new_code, c.changed_on desc, c.old_code`,
  );
  return rows;
}
