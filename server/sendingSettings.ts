import { z } from 'zod';

import type { PaceSettings } from './common/mail/Pace.ts';
import type { MailIdentity } from './mailRoom.ts';
import { checkSms, smsIn, smsShape, type SmsSettings } from './smsSettings.ts';
import { token } from './tokenSetting.ts';

/** Sending. How messages are signed, answered and returned, and how much is sent in a minute. */
export interface SendingSettings {
  readonly identity: MailIdentity;
  /** Null: as fast as it goes. */
  readonly mailPace: PaceSettings | null;
  /** What opens the door through which reports of what came back are handed in. Null: there is none. */
  readonly mailReportToken: string | null;
  /** After how many seconds a letter of a round is tried again that was not taken. Null: longer each time, as every letter is. */
  readonly mailRetryAfter: number | null;
  /** Null: nobody carries text messages. */
  readonly sms: SmsSettings | null;
}

const email = z.email('must be an e-mail address, such as samband@example.no');

const count = z
  .string()
  .refine(
    (text) => /^[1-9]\d{0,5}$/.test(text),
    'must be a number from 1 to 999999: so many in a minute',
  )
  .transform(Number);

const seconds = z
  .string()
  .refine(
    (text) => /^[1-9]\d{0,4}$/.test(text),
    'must be a number from 1 to 99999: so many seconds',
  )
  .transform(Number);

/** Beside what stands before the +, the key of a letter takes 25 of the 64 characters that there are. */
const longestReturnName = 39;

const domain = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;

/** What can be set, beside where letters are handed over and whom they are from. */
export const sendingShape = {
  MAIL_FROM_NAME: z
    .string()
    .refine(
      (text) => /^[^\p{C}<>"@,;:]{1,60}$/u.test(text),
      'must be a name of at most 60 characters, such as Samband Oslo',
    )
    .optional(),
  MAIL_ID_DOMAIN: z
    .string()
    .refine((text) => domain.test(text), 'must be a domain, such as samband.example.no')
    .optional(),
  MAIL_PER_DOMAIN: count.optional(),
  MAIL_PER_MINUTE: count.optional(),
  MAIL_REPLY_TO: email.optional(),
  MAIL_REPORT_TOKEN: token.optional(),
  MAIL_RETRY_AFTER: seconds.optional(),
  MAIL_RETURN_TO: email
    .refine(
      (text) => !text.includes('+') && text.split('@')[0]!.length <= longestReturnName,
      `must have a name of at most ${longestReturnName} characters without a +: each letter gets one of its own after it`,
    )
    .optional(),
  ...smsShape,
};

type Given = {
  readonly [Name in keyof typeof sendingShape]?: z.infer<(typeof sendingShape)[Name]>;
};

const usualPace: PaceSettings = { perMinute: 300, perDomain: 60 };

/** Complains of what does not go together. */
export function checkSending(given: Given, complain: (name: string, message: string) => void) {
  checkSms(given, complain);
  const pair = ['MAIL_RETURN_TO', 'MAIL_REPORT_TOKEN'] as const;
  for (const [name, other] of [pair, pair.toReversed()] as const) {
    if (given[name!] === undefined && given[other!] !== undefined) {
      complain(name!, `is missing: it goes together with ${other}`);
    }
  }
  const { MAIL_PER_DOMAIN: each, MAIL_PER_MINUTE: all = usualPace.perMinute } = given;
  if (each !== undefined && each > all) {
    complain('MAIL_PER_DOMAIN', `is more than are sent in a minute at all, which is ${all}`);
  }
}

/** In a demo nothing goes anywhere, so it goes at once unless it is said how fast. */
export function sendingIn(given: Given, isDemo: boolean): SendingSettings {
  const { MAIL_PER_MINUTE: perMinute, MAIL_PER_DOMAIN: perDomain } = given;
  const isUnpaced = isDemo && perMinute === undefined && perDomain === undefined;
  const all = perMinute ?? usualPace.perMinute;
  return {
    identity: {
      name: given.MAIL_FROM_NAME ?? 'Samband',
      replyTo: given.MAIL_REPLY_TO ?? null,
      idDomain: given.MAIL_ID_DOMAIN?.toLowerCase() ?? null,
      returnTo: given.MAIL_RETURN_TO ?? null,
    },
    mailPace: isUnpaced
      ? null
      : { perMinute: all, perDomain: perDomain ?? Math.min(usualPace.perDomain, all) },
    mailReportToken: given.MAIL_REPORT_TOKEN ?? null,
    mailRetryAfter: given.MAIL_RETRY_AFTER ?? null,
    sms: smsIn(given),
  };
}
