import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

import { NotSent } from '#server/common/mail/Mail.ts';
import { UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { smsSegments } from './smsSegments.ts';

/** Tekstmelding. */
export interface Sms {
  /** The same when the same message is sent again: the gateway knows it, and sends it once. */
  readonly id: string;
  /** A number in E.164. */
  readonly to: string;
  readonly text: string;
}

/** SMS-sentral. Whoever carries text messages. */
export interface SmsGateway {
  /** Gives what the gateway calls the message. Throws `UnsendableLetter`, and `NotSent` where it is not taken. */
  send(sms: Sms): Promise<string>;
}

export interface SmsGatewaySettings {
  readonly url: string;
  readonly token: string;
  /** What stands where a number would: a word of at most 11 letters and digits, or a number in E.164. */
  readonly from: string;
  /** In a demo: numbers that reach nobody, and no others. */
  readonly isDemo: boolean;
}

const patience = 10_000;
const mostSegments = 10;

/**
 * Hands messages to a gateway by HTTP: `POST {to, from, text, reference}` in JSON, by a bearer token and with an `Idempotency-Key`; it answers
 * `{id}`. A refusal says why in `error`: `UNKNOWN_NUMBER` where nobody has the number. What it says else may hold a number, so only its
 * code is passed on.
 */
export class HttpSmsGateway implements SmsGateway {
  constructor(private readonly settings: SmsGatewaySettings) {}

  async send({ id, to, text }: Sms): Promise<string> {
    const { url, token, from, isDemo } = this.settings;
    if (!isSmsNumber(to) || (isDemo && !isInvented(to))) throw new UnsendableLetter('number');
    if (!text || smsSegments(text).segments > mostSegments) throw new UnsendableLetter('text');
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
      },
      body: JSON.stringify({ to, from, text, reference: id }),
    }).catch((error: unknown) => {
      const code = codeOf(error);
      throw new NotSent(false, code, ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code));
    });
    const said = await response
      .json()
      .then((body) => body as { readonly id?: unknown; readonly error?: unknown } | null)
      .catch(() => null);
    if (response.ok && typeof said?.id === 'string') return said.id.slice(0, 200);
    // It took the message, and did not say what it calls it.
    if (response.ok) return id;
    throw new NotSent(
      forGood.has(response.status),
      String(response.status),
      true,
      said?.error === 'UNKNOWN_NUMBER' ? '5.1.1' : null,
    );
  }
}

/** What is wrong with the message; all else is wrong with the gateway, or with our standing there, and may be set right. */
const forGood = new Set([400, 404, 410, 413, 422]);

/** A number that messages may go to, in full. */
export const isSmsNumber = (number: string): boolean =>
  /^\+[1-9]\d{6,14}$/.test(number) && (parsePhoneNumberFromString(number)?.isPossible() ?? false);

/** Numbers of the invented world begin as no number in Norway does. */
export const isInvented = (number: string): boolean => /^\+4700\d{6}$/.test(number);

function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? name ?? 'no answer';
}
