import { z } from 'zod';

import type { PaceSettings } from './common/mail/Pace.ts';
import { type QuietHours, usualQuietHours } from './common/sms/quietSeconds.ts';
import { token } from './tokenSetting.ts';

/** Tekstmeldinger. Who carries them, by what, and when. */
export interface SmsSettings {
  readonly url: string;
  readonly token: string;
  readonly from: string;
  readonly reportToken: string;
  readonly pace: PaceSettings;
  readonly quietHours: QuietHours;
}

/** What can be set. */
export const smsShape = {
  SMS_FROM: z
    .string()
    .refine(
      (text) => /^(?=.*[A-Za-z])[A-Za-z\d ]{1,11}$|^\+[1-9]\d{6,14}$/.test(text),
      'must be a word of at most 11 letters and digits, such as Samband, or a number such as +4790000000',
    )
    .optional(),
  SMS_GATEWAY_TOKEN: z
    .string()
    .refine((text) => /^\S{8,500}$/.test(text), 'must be 8 characters or more, without spaces')
    .optional(),
  SMS_GATEWAY_URL: z
    .string()
    .refine((text) => {
      const url = URL.parse(text);
      const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
      return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
    }, 'must be an address over https, such as https://sms.example.no/messages')
    .optional(),
  SMS_PER_MINUTE: z
    .string()
    .refine((text) => /^[1-9]\d{0,4}$/.test(text), 'must be a number from 1 to 99999')
    .transform(Number)
    .optional(),
  SMS_QUIET_HOURS: z
    .string()
    .refine(
      (text) => /^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/.test(text),
      'must be two hours, such as 21-8',
    )
    .transform((text): QuietHours => {
      const [from = 0, to = 0] = text.split('-').map(Number);
      return { from, to };
    })
    .optional(),
  SMS_REPORT_TOKEN: token.optional(),
};

type Given = {
  readonly [Name in keyof typeof smsShape]?: z.infer<(typeof smsShape)[Name]>;
};

const four = ['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN', 'SMS_FROM', 'SMS_REPORT_TOKEN'] as const;

/** Complains of what does not go together. */
export function checkSms(given: Given, complain: (name: string, message: string) => void): void {
  const isAny = four.some((name) => given[name] !== undefined);
  for (const name of four) {
    if (isAny && given[name] === undefined) {
      complain(
        name,
        `is missing: the four settings of text messages go together (${four.join(', ')})`,
      );
    }
  }
  for (const name of ['SMS_PER_MINUTE', 'SMS_QUIET_HOURS'] as const) {
    if (!isAny && given[name] !== undefined) complain(name, 'says nothing without SMS_GATEWAY_URL');
  }
}

const usualPerMinute = 60;
/** To one number; nobody gets more. */
const perNumber = 2;

export function smsIn(given: Given): SmsSettings | null {
  const {
    SMS_GATEWAY_URL: url,
    SMS_GATEWAY_TOKEN: gatewayToken,
    SMS_FROM: from,
    SMS_REPORT_TOKEN: reportToken,
  } = given;
  if (!url || !gatewayToken || !from || !reportToken) return null;
  return {
    url,
    token: gatewayToken,
    from,
    reportToken,
    pace: { perMinute: given.SMS_PER_MINUTE ?? usualPerMinute, perDomain: perNumber },
    quietHours: given.SMS_QUIET_HOURS ?? usualQuietHours,
  };
}
