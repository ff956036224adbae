import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { readContactValue } from '#server/organisation/readContactValue.ts';
import type { NamedSuccessor } from './NamedSuccessor.ts';

const LONGEST_NAME = 200;

/** What was typed of the one who has taken over. */
export interface TypedSuccessor {
  readonly givenName: string;
  readonly familyName: string;
  /** An e-mail address or a mobile number. */
  readonly reach: string;
}

/** Why something in it will not do. */
export type NotASuccessor =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'NOT_ONE_LINE'
  | 'NOT_A_WAY_TO_REACH'
  | 'NOT_A_MOBILE_NUMBER'
  | 'NO_SMS';

/** Who was named, or what will not do, by the name of the field. */
export type ReadSuccessor =
  | { readonly successor: NamedSuccessor; readonly wrong?: never }
  | {
      readonly successor?: never;
      readonly wrong: Partial<Record<keyof TypedSuccessor, NotASuccessor>>;
    };

/** Leser skjemaet. One field takes both an address and a number, for people know which they write. `canSms`: whether numbers can be written to. */
export function readSuccessorForm(typed: TypedSuccessor, canSms: boolean): ReadSuccessor {
  const wrong: Partial<Record<keyof TypedSuccessor, NotASuccessor>> = {};
  for (const field of ['givenName', 'familyName'] as const) {
    const reason = whyNotName(typed[field], field === 'givenName');
    if (reason) wrong[field] = reason;
  }
  const reached = readReach(typed.reach, canSms);
  if ('reason' in reached) wrong.reach = reached.reason;
  if (Object.keys(wrong).length || 'reason' in reached) return { wrong };
  const { givenName, familyName } = typed;
  return { successor: { givenName, familyName, ...reached } };
}

export function whyNotName(name: string, isRequired: boolean): NotASuccessor | null {
  if (!/[\p{L}\p{N}]/u.test(name)) return isRequired || name ? 'REQUIRED' : null;
  if (name.length > LONGEST_NAME) return 'TOO_LONG';
  return /[\n\t]/.test(name) ? 'NOT_ONE_LINE' : null;
}

function readReach(
  typed: string,
  canSms: boolean,
): Pick<NamedSuccessor, 'channel' | 'value'> | { readonly reason: NotASuccessor } {
  if (typed.includes('@')) {
    const { value } = readContactValue(ContactChannel.EMAIL, typed);
    return value === undefined
      ? { reason: 'NOT_A_WAY_TO_REACH' }
      : { channel: ContactChannel.EMAIL, value };
  }
  const { value } = readContactValue(ContactChannel.SMS, typed);
  if (value === undefined) return { reason: 'NOT_A_WAY_TO_REACH' };
  // Short numbers, and those that ring in a hall, get no messages.
  if (!value.startsWith('+') || /^\+47(?![4590])/.test(value)) {
    return { reason: 'NOT_A_MOBILE_NUMBER' };
  }
  return canSms ? { channel: ContactChannel.SMS, value } : { reason: 'NO_SMS' };
}
