import { deliver, type DeliverySettings } from '#server/access/link/deliver.ts';
import { stopAddress } from '#server/access/link/stopAddress.ts';
import { Later } from '#server/common/job/Later.ts';
import { NotSent } from '#server/common/mail/Mail.ts';
import { mailbox } from '#server/common/mail/mailbox.ts';
import { mostAttempts } from '#server/common/job/addJob.ts';
import { roundLetter } from './roundLetter.ts';
import { roundText } from './roundText.ts';
import type { Became, RoundMessage, Sender } from './sendWaiting.ts';

export interface HandingSettings extends DeliverySettings {
  readonly publicUrl: URL;
  /** How long a try that failed waits for the next one, in seconds; where it is not said, as every letter does. */
  readonly waitAfter?: ((tries: number) => number) | undefined;
}

/** Leverer en melding. Hands a message of a round to whoever carries such, letter or text message, and says what came of it. */
export const handMessage =
  (settings: HandingSettings): Sender =>
  async (message) => {
    const number = message.attempts + 1;
    try {
      return await deliver(
        settings,
        contentOf(settings, message),
        { number, isLast: number >= mostAttempts },
        message.slot ? { slot: message.slot } : {},
      );
    } catch (error) {
      if (!(error instanceof Later)) throw error;
      return later(error, settings.waitAfter?.(number));
    }
  };

const contentOf = ({ publicUrl, key }: HandingSettings, message: RoundMessage) => ({
  id: `round-${message.id}`,
  kind: 'organisation' as const,
  contactPointId: message.contactPointId,
  linkId: message.linkId,
  purpose: 'review' as const,
  replyTo: message.openedBy?.email
    ? mailbox(message.openedBy.name, message.openedBy.email)
    : undefined,
  write: () => roundLetter(publicUrl, { ...message, stop: stopAddress(publicUrl, key, message) }),
  text: () => roundText(publicUrl, message),
});

/** What may be there already is not sent again. */
function later({ cause, seconds, isTry, keeps }: Later, wait: number | undefined): Became {
  if (isTry && !(cause instanceof NotSent && cause.isCertain)) return { became: 'unclear' };
  return {
    became: 'later',
    seconds: isTry ? (wait ?? seconds) : seconds,
    isTry,
    slot: keeps['slot'] ?? null,
  };
}
