import { holdsNationalId } from './holdsNationalId.ts';

/** Why a text will not do. */
export type NotText =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'NOT_ONE_LINE'
  | 'HIDDEN_CHARACTERS'
  | 'NATIONAL_IDENTITY_NUMBER_IN_TEXT';

const LONGEST = 500;

// What turns the direction of the text around it, and letters without a width: they make one name look like another.
const hidden = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Fritekst. Why what somebody typed will not do as text of the register; null where it will.
 *
 * `isRequired`: it has a letter or a digit. It is one line unless `mayHaveLines`, and never holds a national identity number.
 */
export function whyNotText(
  text: string,
  { most = LONGEST, isRequired = false, mayHaveLines = false } = {},
): NotText | null {
  if (isRequired && !/[\p{L}\p{N}]/u.test(text)) return 'REQUIRED';
  if (text.length > most) return 'TOO_LONG';
  if (!mayHaveLines && /[\n\t]/.test(text)) return 'NOT_ONE_LINE';
  if (hidden.test(text)) return 'HIDDEN_CHARACTERS';
  return holdsNationalId(text) ? 'NATIONAL_IDENTITY_NUMBER_IN_TEXT' : null;
}
