import type pg from 'pg';

import type { Locale } from '#schema/common/Locale.ts';
import type { DigestPace } from '#schema/directory/audience/DigestPace.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { Letter } from '#server/common/mail/Letter.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { mailbox, UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { createContext, type Surroundings } from '#server/context.ts';
import { askedBy } from '#server/directory/audience/askedBy.ts';
import { maySave } from '#server/directory/audience/audienceRules.ts';
import { audienceSentence } from '#server/directory/audience/audienceSentence.ts';
import { audienceWords } from '#server/directory/audience/audienceWords.ts';
import { findAudiences } from '#server/directory/audience/findAudience.ts';
import { type Member, membersOf } from '#server/directory/audience/membersOf.ts';
import { digestLetter } from './digestLetter.ts';
import { isNothing } from './News.ts';
import { newsOf } from './newsOf.ts';
import { staffViewer } from './staffViewer.ts';
import { unsubscribeAddress } from './unsubscribeAddress.ts';

export interface DigestSettings {
  readonly pool: pg.Pool;
  readonly surroundings: Surroundings;
  readonly mail: Pick<Mail, 'send'>;
  readonly publicUrl: URL;
  readonly clock: () => Date;
}

interface SubscriptionRow {
  readonly id: string;
  readonly audienceId: string;
  readonly userId: string;
  readonly every: DigestPace;
  readonly language: Locale;
  readonly asked: string;
  readonly toldOn: string;
  readonly members: readonly string[];
}

/**
 * Sammendrag. `findDigests` looks whose letter is due and makes a job of each, one for each period; `sendDigest` writes it, where there is
 * something to tell.
 *
 * No period has two letters. That a letter is about to go out is written down before it does, and what it told after: a server that dies
 * between the two leaves a period without a letter, and what it would have told stands in the next one.
 */
export function digestTasks(settings: DigestSettings): Record<string, Task> {
  const { pool, clock } = settings;

  const findDigests: Task = () =>
    inTransaction(pool, async (run) => {
      const now = clock();
      const due = await run<{ id: string; period: string }>(
        `with due as (select id, due_at from audience_subscription where due_at <= $1 for update skip locked)
         update audience_subscription as s set due_at = digest_after(s.every, $1) from due where s.id = due.id
         returning s.id, (due.due_at at time zone 'Europe/Oslo')::date::text as period`,
        [now],
      );
      for (const { id: subscriptionId, period } of due) {
        await addJob(
          run,
          'sendDigest',
          { subscriptionId, period },
          `digest ${subscriptionId} ${period}`,
        );
      }
    });

  const sendDigest: Task = async ({ subscriptionId = '', period = '' }) => {
    const subscription = await begin(pool, subscriptionId, period);
    if (!subscription) return;
    const written = await write(settings, subscription);
    if (!written) return;
    const { to, letter, members } = written;
    if (letter && to) {
      try {
        await settings.mail.send({
          ...letter,
          id: `audience-${subscriptionId}-${period}`,
          to: mailbox(to.name, to.address),
        });
      } catch (error) {
        const isForGood =
          error instanceof UnsendableLetter || (error instanceof NotSent && error.isForGood);
        if (isForGood) return;
        // Nobody has it: it may be tried again. Where somebody may have it, it is not.
        if (error instanceof NotSent && error.isCertain) await forget(pool, subscriptionId, period);
        else return;
        throw error;
      }
    }
    await pool.query(
      `update audience_subscription set members = $2, asked = $3, told_on = $4 where id = $1`,
      [subscriptionId, members.map(({ id }) => id), written.asked, momentOf(clock()).today],
    );
  };

  return { findDigests, sendDigest };
}

/** Takes down that the letter of a period is begun; null where it was before, or for somebody who does not want it any more. */
async function begin(
  pool: pg.Pool,
  subscriptionId: string,
  period: string,
): Promise<SubscriptionRow | null> {
  const { rows } = await pool.query<SubscriptionRow>(
    `update audience_subscription set begun_for = $2
     where id = $1 and (begun_for is null or begun_for < $2::date)
     returning id, audience_id as "audienceId", user_id as "userId", every, language, asked, told_on::text as "toldOn", members`,
    [subscriptionId, period],
  );
  return rows[0] ?? null;
}

/** As if it had not been begun: only for a letter that is nowhere. */
const forget = (pool: pg.Pool, subscriptionId: string, period: string): Promise<unknown> =>
  pool.query(
    'update audience_subscription set begun_for = null where id = $1 and begun_for = $2::date',
    [subscriptionId, period],
  );

interface Digest {
  readonly to: { readonly name: string; readonly address: string } | null;
  /** Null where there is nothing to tell. */
  readonly letter: Omit<Letter, 'id' | 'to'> | null;
  readonly members: readonly Member[];
  readonly asked: string;
}

/** What somebody is to be told; null for who may not be told, or of what is not there for them. */
async function write(
  { pool, surroundings, publicUrl, clock }: DigestSettings,
  { id, audienceId, userId, every, language, asked, toldOn, members: known }: SubscriptionRow,
): Promise<Digest | null> {
  const moment = momentOf(clock());
  const addressee = await staffViewer(pool, userId, moment.now);
  if (!addressee?.email || !maySave(addressee.viewer)) return null;
  const { viewer, email: address } = addressee;
  const context = createContext(surroundings, {
    ...moment,
    viewer,
    requestId: 'digest',
    locale: language,
    reader: new Reader(pool),
    way: 'planned',
  });
  const [audience] = await findAudiences(context, [audienceId]);
  if (!audience || audience.isArchived) return null;
  const members = await membersOf(context, audienceId);
  const digest = { members, asked: askedBy(audience), to: { name: viewer.name, address } };
  // Whoever asks something else is not told that everybody is new.
  if (digest.asked !== asked) return { ...digest, letter: null };
  const news = await newsOf(members, { on: toldOn, members: known }, context);
  if (isNothing(news)) return { ...digest, letter: null };
  const words = audienceWords(audience, context);
  const letter = digestLetter(publicUrl, language, {
    audienceId,
    name: audience.name,
    sentence: audienceSentence({ text: audience.text, words }, language),
    every,
    news,
    unsubscribe: unsubscribeAddress(publicUrl, surroundings.linkKey, { id, language }),
  });
  return { ...digest, letter };
}
