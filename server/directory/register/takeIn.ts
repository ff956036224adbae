import { randomUUID } from 'node:crypto';

import type { Run } from '#server/common/inTransaction.ts';
import { type Entry, newsOf, type Ours, type WhatIsNew } from './newsOf.ts';

/** What it takes to make proposals of what a register says. */
export interface TakingIn {
  readonly now: Date;
  /** The number of the municipality with a code; null where we have none. */
  readonly areaOf: (code: string) => number | null;
}

/**
 * Tar inn. Takes down what the registers say of a number that we hold, and proposes what is news; gives how many proposals that made. Belongs in a
 * transaction: what is taken down and what is proposed is one thing, so that the same is never news twice.
 */
export async function takeIn(
  run: Run,
  number: string,
  entry: Entry,
  taking: TakingIn,
): Promise<number> {
  // Whoever changes the organisation meanwhile waits, or has been seen.
  const [[ours], [before]] = await Promise.all([
    run<Ours>(
      `select o.id, o.name, o.kind, o.seat_number as seat, o.closed_on::text as "closedOn",
         array(select n.name from organisation_name n where n.organisation_id = o.id and n.use <> 'former') as aliases
       from organisation o where o.number = $1 and o.archived_on is null for share of o`,
      [number],
    ),
    run<Entry>('select state, facts, categories from register_entry where number = $1', [number]),
  ]);
  await run(
    `insert into register_entry (number, state, facts, categories, fetched_at) values ($1, $2, $3, $4, $5)
     on conflict (number) do update set state = excluded.state, facts = excluded.facts, categories = excluded.categories,
       fetched_at = excluded.fetched_at`,
    [number, entry.state, json(entry.facts), json(entry.categories), taking.now],
  );
  await run('delete from register_news where number = $1', [number]);
  if (!ours) return 0;
  return propose(run, ours.id, newsOf(ours, before ?? null, entry, taking.areaOf), taking.now);
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Of one kind one is open at most: what is said later overtakes it. What was said last is not said again, whatever was decided about it. */
async function propose(
  run: Run,
  organisationId: string,
  { news, settled }: WhatIsNew,
  now: Date,
): Promise<number> {
  if (settled.length) {
    await run(
      `update register_proposal set state = 'overtaken', decided_at = $3
       where organisation_id = $1 and kind = any($2) and state = 'open'`,
      [organisationId, settled, now],
    );
  }
  let made = 0;
  for (const { kind, register, fields, evidence, fingerprint } of news) {
    await run(
      `update register_proposal set state = 'overtaken', decided_at = $4
       where organisation_id = $1 and kind = $2 and state = 'open' and fingerprint <> $3`,
      [organisationId, kind, fingerprint, now],
    );
    const rows = await run(
      `insert into register_proposal (id, organisation_id, register, kind, fields, evidence, fingerprint, found_at)
       select $1::uuid, $2::uuid, $3, $4, $5::jsonb, $6::jsonb, $7, $8::timestamptz
       where $7 is distinct from (
         select fingerprint from register_proposal where organisation_id = $2 and kind = $4 order by found_at desc, id limit 1
       )
       returning id`,
      [
        randomUUID(),
        organisationId,
        register,
        kind,
        JSON.stringify(fields),
        JSON.stringify(evidence),
        fingerprint,
        now,
      ],
    );
    made += rows.length;
  }
  return made;
}
