import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { Written } from '#server/access/link/linkLetters.ts';
import type { SmsCarrier } from '#server/access/link/deliver.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import { Later } from '#server/common/job/Later.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { mailbox, UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { quietSeconds } from '#server/common/sms/quietSeconds.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';

export interface HandOutSettings {
  readonly key: LinkKey;
  readonly mail: Pick<Mail, 'send'>;
  /** Null: nobody carries text messages. */
  readonly sms?: SmsCarrier | null;
  readonly moment: () => Moment;
}

/** A message to somebody who is in no register, or may not be any more. */
export interface ToHandOut {
  /** The same each time that it is tried. */
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  /** An e-mail address, or a number. */
  readonly value: string;
  readonly write: () => Written;
  /** The same in a text message. */
  readonly text: () => string;
}

/**
 * Deler ut. Sends a message by the channel that somebody was named with. False where nobody can get it there.
 *
 * Throws `Later` at night and where a minute is full, of text messages, and what may go better another time.
 */
export async function handOut(
  { key, mail, sms = null, moment }: HandOutSettings,
  { id, name, channel, value, write, text }: ToHandOut,
  payload: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    if ((channel as ContactChannel) === ContactChannel.EMAIL) {
      await mail.send({ id, to: mailbox(name, value), ...write() });
      return true;
    }
    if (!sms) return false;
    const seconds = quietSeconds(moment().now, sms.quietHours);
    if (seconds > 0) throw new Later('It is night', { seconds, isTry: false });
    await sms.pace?.take(key.hashOf('whom', value).slice(0, 16), payload);
    await sms.gateway.send({ id, to: value, text: text() });
    return true;
  } catch (error) {
    if (error instanceof UnsendableLetter || (error instanceof NotSent && error.isForGood)) {
      return false;
    }
    throw error;
  }
}
