import type pg from 'pg';

import type { Attempt } from '#server/common/job/Jobs.ts';
import { Later } from '#server/common/job/Later.ts';
import { isAddressGone } from '#server/common/mail/deliveryStatus.ts';
import type { Letter } from '#server/common/mail/Letter.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { mailbox, UnsendableLetter } from '#server/common/mail/mailbox.ts';
import type { Pace } from '#server/common/mail/Pace.ts';
import type { LinkedKind } from './issueLink.ts';
import type { LinkKey } from './LinkKey.ts';
import type { Moment } from './linkSession.ts';
import type { Written } from './linkLetters.ts';

/** Where one of those is reached whom a record is about. */
export interface OnFile {
  /** Of the record. */
  readonly name: string;
  readonly address: string;
  /** What was sent there came back, and nobody has corrected or tried it since. */
  readonly hasBounced: boolean;
}

/** Where those whom a record is about get what is sent, looked up when it is sent. */
export type AddressOnFile = (kind: LinkedKind, contactPointId: string) => Promise<OnFile | null>;

/** Tells the register that a message came back: by its name, and why (RFC 3463). */
export type NoteBounce = (messageId: string, status: string) => Promise<void>;

export interface DeliverySettings {
  readonly pool: pg.Pool;
  readonly key: LinkKey;
  readonly mail: Pick<Mail, 'send' | 'messageIdOf'>;
  /** Null: as fast as it goes. */
  readonly pace: Pace | null;
  readonly moment: () => Moment;
  readonly addressOnFile: AddressOnFile;
  readonly noteBounce: NoteBounce;
}

/** A message to somebody whom a record is about. */
export interface ToDeliver {
  /** The same each time that it is tried: its Message-ID begins with it. */
  readonly id: string;
  readonly kind: LinkedKind;
  readonly contactPointId: string;
  readonly linkId?: string | null;
  /** What it asks. An address may have been said not to want such: then it gets none. Without one, it is what somebody asked for. */
  readonly purpose?: 'review';
  /** Somebody sits and waits for it: it does not wait for room. */
  readonly isUrgent?: boolean;
  readonly replyTo?: Letter['replyTo'];
  /** `name`: of the record. */
  readonly write: (name: string) => Written & Pick<Letter, 'unsubscribe'>;
}

/**
 * Why a message goes nowhere. `no_address`: there is none any more. `bounced`: what was sent there before came back, or the server says now
 * that nobody has it. `unwanted`: whoever has it wants no such letters. `unsendable`: it is no address. `refused`: the server takes no such letter. `given_up`: it was tried for a day and more.
 */
export type Failure = 'no_address' | 'bounced' | 'unwanted' | 'unsendable' | 'refused' | 'given_up';

export type Delivered =
  | { readonly became: 'sent'; readonly messageId: string }
  | { readonly became: 'failed'; readonly failure: Failure };

/**
 * Leverer. Sends a message to a contact point, in the work of a job: `attempt` and `payload` are those of the job.
 *
 * Says that it was sent, or why it never will be: whoever asked notes it. Throws `Later` where there is no room in this minute, or where it
 * may go better another time; the job is then done again by itself, and neither is to be caught. What is thrown after it may have been sent
 * is no `NotSent` that `isCertain`: whoever would rather send nothing than the same twice looks at the `cause`.
 */
export async function deliver(
  settings: DeliverySettings,
  message: ToDeliver,
  attempt: Attempt,
  payload: Readonly<Record<string, string>>,
): Promise<Delivered> {
  const { pool, key, mail, pace, moment, addressOnFile, noteBounce } = settings;
  const { id, kind, contactPointId, replyTo } = message;
  const onFile = await addressOnFile(kind, contactPointId);
  if (!onFile) return failed('no_address');
  if (onFile.hasBounced) return failed('bounced');
  const { name, address } = onFile;
  const addressHash = key.hashOf('address', address.toLowerCase());
  if (message.purpose) {
    const { rowCount } = await pool.query(
      'select from mail_stop where address_hash = $1 and purpose = $2',
      [addressHash, message.purpose],
    );
    if (rowCount) return failed('unwanted');
  }
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  await pace?.take(key.hashOf('whom', domain).slice(0, 16), payload, message.isUrgent);

  const returnKey = key.hashOf('return key', id).slice(0, 24);
  await pool.query(
    `insert into sent_message (id, return_hash, channel, record_kind, contact_point_id, address_hash, link_id, made_at)
     values ($1, $2, 'email', $3, $4, $5, $6, $7)
     on conflict (id) do update set contact_point_id = excluded.contact_point_id, address_hash = excluded.address_hash`,
    [
      id,
      key.hashOf('return path', returnKey),
      kind,
      contactPointId,
      addressHash,
      message.linkId ?? null,
      moment().now,
    ],
  );
  try {
    const letter = { id, to: mailbox(name, address), replyTo, returnKey, ...message.write(name) };
    await mail.send(letter);
    await pool.query('update sent_message set sent_at = $2 where id = $1', [id, moment().now]);
    return { became: 'sent', messageId: mail.messageIdOf(letter) };
  } catch (error) {
    if (error instanceof UnsendableLetter) return failed('unsendable');
    if (!(error instanceof NotSent)) throw error;
    const { isForGood, status } = error;
    if (isForGood && status && isAddressGone(status)) {
      await noteBounce(id, status);
      return failed('bounced');
    }
    if (isForGood) return failed('refused');
    if (attempt.isLast) return failed('given_up');
    throw new Later(error.message, {
      seconds: backOff(attempt.number),
      isTry: true,
      cause: error,
    });
  }
}

const failed = (failure: Failure): Delivered => ({ became: 'failed', failure });

/** How long the first tries wait, in seconds: a server that does not know us wants us back after some minutes (greylisting). */
const waits = [10, 60, 300, 900, 1_800, 3_600, 7_200, 10_800, 14_400];
const longest = 22_200;

/** Ventetid. So long, and by chance a little longer: those who failed together do not come back together. */
export const backOff = (tries: number, chance = Math.random()): number =>
  Math.round((waits[tries - 1] ?? longest) * (1 + chance / 5));
