import { setTimeout } from 'node:timers/promises';

import type pg from 'pg';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { linkSecrets } from '#server/access/link/linkSecrets.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { dropNeedless } from './dropNeedless.ts';
import { noteUnclear, noteWaiting, whatBecame } from './noteSent.ts';
import type { RoundLetter } from './roundLetter.ts';
import type { RoundTaskSettings } from './roundTasks.ts';
import { LINKS_OUTLIVE } from './steps.ts';

/** A message that is about to leave. */
export interface RoundMessage extends Omit<RoundLetter, 'stop'> {
  readonly id: string;
  readonly requestId: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly linkId: string;
  /** How often it was tried before. */
  readonly attempts: number;
  /** When room is kept for it. */
  readonly slot: string | null;
  readonly openedBy: { readonly name: string; readonly email: string | null } | null;
}

/** What came of a try. `unclear`: it may have got there, and nobody knows. */
export type Became =
  | { readonly became: 'sent'; readonly messageId: string }
  | { readonly became: 'failed'; readonly failure: string }
  | {
      readonly became: 'later';
      readonly seconds: number;
      readonly isTry: boolean;
      readonly slot: string | null;
    }
  | { readonly became: 'unclear' };

export type Sender = (message: RoundMessage) => Promise<Became>;
export type Senders = Readonly<Partial<Record<'email' | 'sms', Sender>>>;

/** So many are on their way at a time. */
const SIDE_BY_SIDE = 8;
const BATCH = 80;
/** A job that goes on for longer gives others room, and comes back. */
const LONGEST = 40_000;
/** In seconds. */
const SOON = 2;
/** Of the lock that one sender of all servers holds. */
const LOCK = 7_461_001;

/**
 * Sender det som venter. All that is due, for as long as a job may take; true where more is left. What waits for longer than a
 * moment, the next look finds.
 *
 * One server sends at a time: it holds a lock that is gone when it is. So what had begun and has no end is of a sender that died: nobody knows
 * whether it got there, so it is listed as such, and never sent again. That a message begins is written down just before, and what became of it
 * just after: of a server that is killed, so few as are on their way at a time are unclear. No recipient ever gets the same message twice.
 */
export async function sendWaiting(settings: RoundTaskSettings): Promise<boolean> {
  const holder = await settings.pool.connect();
  let broken: Error | undefined;
  const isBroken = (error: Error) => {
    broken = error;
  };
  holder.on('error', isBroken);
  try {
    const { rows } = await holder.query<{ got: boolean }>(
      'select pg_try_advisory_lock($1) as got',
      [LOCK],
    );
    if (!rows[0]?.got) return false;
    const isMoreLeft = await drain({
      ...settings,
      isStopping: () => settings.isStopping() || broken !== undefined,
    });
    await holder.query('select pg_advisory_unlock($1)', [LOCK]);
    return isMoreLeft;
  } finally {
    holder.off('error', isBroken);
    holder.release(broken);
  }
}

async function drain(settings: RoundTaskSettings): Promise<boolean> {
  const { pool, moment, isStopping } = settings;
  const end = performance.now() + LONGEST;
  await noteUnclear(pool, moment().now);
  await clear(settings);
  for (let wasCleared = true; !isStopping();) {
    if (performance.now() > end) return true;
    const batch = await waiting(settings);
    if (!batch.length) {
      const rest = await untilNext(settings);
      if (rest === null || rest > SOON) return false;
      // Whoever was put off for a moment is not worth another job.
      await setTimeout(rest * 1_000);
      continue;
    }
    const begun = await sideBySide(batch, (message) => attempt(settings, message));
    const wereAllHeldBack = !begun.includes(true);
    // What is held back now, though it was free a moment ago, is put off; then there is nothing to come back to at once.
    if (wereAllHeldBack && wasCleared) return false;
    if (wereAllHeldBack) await clear(settings);
    wasCleared = wereAllHeldBack;
  }
  return false;
}

/** In how many seconds the first is due that is to be tried again; null where there is none. */
async function untilNext({ pool, senders, moment }: RoundTaskSettings): Promise<number | null> {
  const { now, today } = moment();
  const { rows } = await pool.query<{ rest: number | null }>(
    `select extract(epoch from min(m.try_after) - $2::timestamptz)::float as rest from review_message m
     where m.sent_at is null and m.failed_at is null and m.due_on <= $1::date and m.try_after > $2 and m.channel = any($3)`,
    [today, now, Object.keys(senders)],
  );
  return rows[0]?.rest ?? null;
}

const clear = ({ pool, moment }: RoundTaskSettings): Promise<void> => {
  const { now, today } = moment();
  return inTransaction(pool, (run) => dropNeedless(run, now, today));
};

/** One message to each organisation, of those that are due. Reminders wait for the morning. */
async function waiting({ pool, senders, moment }: RoundTaskSettings): Promise<RoundMessage[]> {
  const { now, today } = moment();
  const { rows } = await pool.query<RoundMessage>(
    `select distinct on (organisation_id) * from (
       select m.id, m.step, m.attempts, m.slot, m.channel, q.id as "requestId", q.organisation_id, q.organisation_id as "organisationId",
         q.contact_point_id as "contactPointId", q.link_id as "linkId", q.language, o.name, r.signed_by as "signedBy",
         coalesce(r.texts ->> q.language, '') as text, r.due_on::text as "dueOn",
         (r.due_on + ${LINKS_OUTLIVE})::text as "expiresOn",
         (select json_build_object('name', u.name, 'email', u.email) from staff_user u where u.id = r.opened_by) as "openedBy"
       from review_message m join review_request q on q.id = m.request_id join review_round r on r.id = q.round_id
       join organisation o on o.id = q.organisation_id
       where m.sent_at is null and m.failed_at is null and m.begun_at is null and m.due_on <= $1::date and m.channel = any($3)
         and (m.try_after is null or m.try_after <= $2) and r.state = 'open' and q.link_id is not null
         and (m.step = 0 or extract(hour from $2::timestamptz at time zone 'Europe/Oslo') >= 8)
       order by m.due_on, m.id limit ${BATCH}
     ) as due order by organisation_id, step`,
    [today, now, Object.keys(senders)],
  );
  return rows;
}

/** Whether it began. What it was held back by, another look at all that waits finds out. */
async function attempt(settings: RoundTaskSettings, message: RoundMessage): Promise<boolean> {
  const { pool, key, senders, moment } = settings;
  const { now, today } = moment();
  const { rowCount } = await pool.query({
    name: 'a message of a round begins',
    text: `update review_message m set begun_at = $2 from review_request q join review_round r on r.id = q.round_id
      where m.id = $1 and q.id = m.request_id and m.begun_at is null and m.sent_at is null and m.failed_at is null
        and r.state = 'open' and q.outcome is null and hindrance_of(q.organisation_id, $3::date) is null
        and coalesce(may_be_written_to_on(q.organisation_id), $3::date) <= $3::date`,
    values: [message.id, now, today],
  });
  if (rowCount !== 1) return false;
  const channel = (message as RoundMessage & { channel: keyof Senders }).channel;
  const send = senders[channel];
  const became: Became = send
    ? await send({
        ...message,
        ...linkSecrets(key, message.linkId),
        language: message.language as LinkLanguage,
      })
    : { became: 'failed', failure: 'no_sender' };
  await (became.became === 'later'
    ? noteWaiting(pool, message.id, became, moment().now)
    : whatBecame(pool, message, became, moment().now));
  return true;
}

/** Does the work for each, so many at a time; what goes wrong with one is thrown when the others have come to their end. */
async function sideBySide<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const left = [...all];
  const results: Result[] = [];
  const hand = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      results.push(await work(one));
    }
  };
  const hands = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, hand));
  const failed = hands.find((it) => it.status === 'rejected');
  if (failed) throw failed.reason;
  return results;
}

export type Pool = Pick<pg.Pool, 'query'>;
