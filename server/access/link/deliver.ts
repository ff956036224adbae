import type pg from 'pg';

import type { Attempt } from '#server/common/job/Jobs.ts';
import { Later } from '#server/common/job/Later.ts';
import { isAddressGone } from '#server/common/mail/deliveryStatus.ts';
import type { Letter } from '#server/common/mail/Letter.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { UnsendableLetter } from '#server/common/mail/mailbox.ts';
import type { Pace } from '#server/common/mail/Pace.ts';
import type { QuietHours } from '#server/common/sms/quietSeconds.ts';
import type { SmsGateway } from '#server/common/sms/SmsGateway.ts';
import { carrierOf } from './carrierOf.ts';
import type { LinkedKind } from './issueLink.ts';
import type { LinkKey } from './LinkKey.ts';
import type { Written } from './linkLetters.ts';
import type { Moment } from './linkSession.ts';

/** Where one of those is reached whom a record is about. */
export interface OnFile {
  /** Whose address it is: a link to an organisation may have gone to whoever has taken over there. */
  readonly kind: LinkedKind;
  /** Of the record. */
  readonly name: string;
  readonly channel: 'email' | 'sms';
  /** An e-mail address, or a number. */
  readonly address: string;
  /** What was sent there came back, and nobody has corrected or tried it since. */
  readonly hasBounced: boolean;
}

/** Where those whom a record is about get what is sent, looked up when it is sent. */
export type AddressOnFile = (kind: LinkedKind, contactPointId: string) => Promise<OnFile | null>;

/** Tells the register that a message came back: by its name, and why (RFC 3463). */
export type NoteBounce = (messageId: string, status: string) => Promise<void>;

/** How text messages are sent. */
export interface SmsCarrier {
  readonly gateway: SmsGateway;
  readonly pace: Pace | null;
  readonly quietHours: QuietHours;
}

export interface DeliverySettings {
  readonly pool: pg.Pool;
  readonly key: LinkKey;
  readonly mail: Pick<Mail, 'send' | 'messageIdOf'>;
  /** Of letters. Null: as fast as it goes. */
  readonly pace: Pace | null;
  /** Null: nobody carries text messages. */
  readonly sms?: SmsCarrier | null;
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
  /** Somebody sits and waits for it: it waits neither for room nor for the morning. */
  readonly isUrgent?: boolean;
  readonly replyTo?: Letter['replyTo'];
  /** The letter. `name`: of the record. */
  readonly write: (name: string) => Written & Pick<Letter, 'unsubscribe'>;
  /** The text message, where the contact point is a number. Without it, the text of the letter. */
  readonly text?: (name: string) => string;
}

/**
 * Why a message goes nowhere. `no_address`: there is none any more. `no_sender`: nobody carries text messages. `bounced`: what was sent there
 * before came back, or whoever carries it says now that nobody has it. `unwanted`: whoever has it wants no such letters. `unsendable`: it is
 * no address, or no text. `refused`: no such message is taken. `given_up`: it was tried for a day and more.
 */
export type Failure =
  | 'no_address'
  | 'no_sender'
  | 'bounced'
  | 'unwanted'
  | 'unsendable'
  | 'refused'
  | 'given_up';

export type Delivered =
  | { readonly became: 'sent'; readonly messageId: string }
  | { readonly became: 'failed'; readonly failure: Failure };

/**
 * Leverer. Sends a message to a contact point, by e-mail or as a text message, in the work of a job: `attempt` and `payload` are those of
 * the job.
 *
 * Says that it was sent, or why it never will be: whoever asked notes it. Throws `Later` where there is no room in this minute, at night for
 * text messages, or where it may go better another time; the job is then done again by itself, and it is not to be caught. What is thrown
 * after it may have been sent is no `NotSent` that `isCertain`: whoever would rather send nothing than the same twice looks at the `cause`.
 */
export async function deliver(
  settings: DeliverySettings,
  message: ToDeliver,
  attempt: Attempt,
  payload: Readonly<Record<string, string>>,
): Promise<Delivered> {
  const { pool, key, moment, addressOnFile, noteBounce } = settings;
  const { id, contactPointId } = message;
  const onFile = await addressOnFile(message.kind, contactPointId);
  if (!onFile) return failed('no_address');
  if (onFile.hasBounced) return failed('bounced');
  const addressHash = key.hashOf('address', onFile.address.toLowerCase());
  if (await isUnwanted(pool, message, addressHash)) return failed('unwanted');
  const carrier = carrierOf(settings, message, onFile);
  if (!carrier) return failed('no_sender');
  await carrier.wait(payload);

  await pool.query(
    `insert into sent_message (id, return_hash, channel, record_kind, contact_point_id, address_hash, link_id, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set channel = excluded.channel, contact_point_id = excluded.contact_point_id,
       address_hash = excluded.address_hash`,
    [
      id,
      key.hashOf('return path', carrier.returnKey),
      onFile.channel,
      onFile.kind,
      contactPointId,
      addressHash,
      message.linkId ?? null,
      moment().now,
    ],
  );
  try {
    const { messageId, gatewayId } = await carrier.hand();
    await pool.query('update sent_message set sent_at = $2, gateway_id = $3 where id = $1', [
      id,
      moment().now,
      gatewayId,
    ]);
    return { became: 'sent', messageId };
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

async function isUnwanted(
  pool: pg.Pool,
  { purpose }: ToDeliver,
  addressHash: string,
): Promise<boolean> {
  if (!purpose) return false;
  const { rowCount } = await pool.query(
    'select from mail_stop where address_hash = $1 and purpose = $2 and lifted_with is null',
    [addressHash, purpose],
  );
  return rowCount !== 0;
}

/** How long the first tries wait, in seconds: a server that does not know us wants us back after some minutes (greylisting). */
const waits = [10, 60, 300, 900, 1_800, 3_600, 7_200, 10_800, 14_400];
const longest = 22_200;

/** Ventetid. So long, and by chance a little longer: those who failed together do not come back together. */
export const backOff = (tries: number, chance = Math.random()): number =>
  Math.round((waits[tries - 1] ?? longest) * (1 + chance / 5));
