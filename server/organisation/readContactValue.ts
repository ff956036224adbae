import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';

/** Why a text will not do as a value of its channel. */
export type NotAValue =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'NOT_ONE_LINE'
  | 'NOT_A_PHONE_NUMBER'
  | 'NOT_AN_EMAIL_ADDRESS'
  | 'NOT_A_WEB_ADDRESS'
  | 'NOT_A_USER_NAME';

/** A contact value in the form that its channel has, or why it will not do. */
export type ReadValue =
  | { readonly value: string; readonly reason?: never }
  | { readonly reason: NotAValue; readonly value?: never };

const LONGEST = 500;

/**
 * Leser en kontaktverdi. Takes what somebody typed to the form that the channel has: numbers in E.164, pages over https.
 *
 * A number need not be in use, only possible: which numbers are in use changes faster than any list, and those of the demo never are.
 */
export function readContactValue(channel: ContactChannel, typed: string): ReadValue {
  if (!/[\p{L}\p{N}]/u.test(typed)) return { reason: 'REQUIRED' };
  if (typed.length > LONGEST) return { reason: 'TOO_LONG' };
  if (channel !== ContactChannel.POST && /[\n\t]/.test(typed)) return { reason: 'NOT_ONE_LINE' };
  return readers[channel](typed);
}

const readers: Readonly<Record<ContactChannel, (typed: string) => ReadValue>> = {
  [ContactChannel.PHONE]: (typed) =>
    orElse(shortNumber(typed) ?? number(typed), 'NOT_A_PHONE_NUMBER'),
  [ContactChannel.SMS]: (typed) =>
    orElse(shortNumber(typed) ?? number(typed), 'NOT_A_PHONE_NUMBER'),
  [ContactChannel.EMAIL]: (typed) => orElse(isEmail(typed) ? typed : null, 'NOT_AN_EMAIL_ADDRESS'),
  [ContactChannel.WHATSAPP]: (typed) => orElse(number(typed), 'NOT_A_PHONE_NUMBER'),
  [ContactChannel.VIBER]: (typed) => orElse(number(typed), 'NOT_A_PHONE_NUMBER'),
  [ContactChannel.TELEGRAM]: (typed) => orElse(userName(typed) ?? number(typed), 'NOT_A_USER_NAME'),
  [ContactChannel.SIGNAL]: (typed) => orElse(number(typed), 'NOT_A_PHONE_NUMBER'),
  [ContactChannel.FACEBOOK]: (typed) => orElse(page(typed), 'NOT_A_WEB_ADDRESS'),
  [ContactChannel.SPOND]: (value) => ({ value }),
  [ContactChannel.WEBSITE]: (typed) => orElse(page(typed), 'NOT_A_WEB_ADDRESS'),
  [ContactChannel.POST]: (value) => ({ value }),
  [ContactChannel.MEETING_PLACE]: (value) => ({ value }),
};

const orElse = (value: string | null, reason: NotAValue): ReadValue =>
  value === null ? { reason } : { value };

/** A Norwegian number as it is kept. */
const norwegian = /^\+47\d{8}$/;

/** A number in full; Norwegian ones may lack the country code. */
function number(typed: string): string | null {
  if (norwegian.test(typed)) return typed;
  const found = parsePhoneNumberFromString(typed, { defaultCountry: 'NO', extract: false });
  if (!found?.isPossible() || found.ext) return null;
  // What is shorter in Norway is dialled as it stands, or was cut short.
  const isCut = found.countryCallingCode === '47' && found.nationalNumber.length < 8;
  return isCut ? null : found.number;
}

/** Kortnummer. 113, 1881, 02800 or 116 117 is dialled as it stands; from abroad it is nobody's. Others are longer numbers cut short. */
function shortNumber(typed: string): string | null {
  const digits = typed.replaceAll(/\s/g, '');
  return /^(1\d{2,3}|0\d{4}|116\d{3})$/.test(digits) ? digits : null;
}

const userName = (typed: string) => (/^@[A-Za-z]\w{3,31}$/.test(typed) ? typed : null);

/** A page on the web, always over https, written as plainly as it can be. */
function page(typed: string): string | null {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (/\s/.test(typed) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password || !/[^.]\.[^.]/.test(url.hostname)) return null;
  url.protocol = 'https:';
  return url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href;
}
