import { type NotText, whyNotText } from '#server/common/whyNotText.ts';

/** Why a text will not do as a name. */
export type NotAName = NotText | 'MIXED_SCRIPTS';

/** A name as it is kept, or why it will not do. */
export type ReadName =
  | { readonly name: string; readonly reason?: never }
  | { readonly reason: NotAName; readonly name?: never };

const LONGEST = 200;

/**
 * Marks that turn the direction of what follows, and signs without width that hide in a word. A name needs none: what is drawn around it
 * gives it its direction. The joiners of Persian and other scripts are letters, and stay.
 */
const hidden = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Letters of these look like Latin ones; nobody writes a word in two of them but to deceive, or by mistake. */
const lookAlike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

const isMixed = (word: string): boolean =>
  lookAlike.filter((script) => script.test(word)).length > 1;

/**
 * Leser et navn. Takes what somebody typed to a name: one line, without hidden marks, its blanks single.
 *
 * A word in two scripts that look alike is refused, unless somebody has said that it is so.
 */
export function readName(typed: string, { mayMix = false } = {}): ReadName {
  const name = typed
    .replaceAll(hidden, '')
    .replaceAll(/[ \u00a0]+/g, ' ')
    .trim();
  const reason = whyNotText(name, { most: LONGEST, isRequired: true });
  if (reason) return { reason };
  if (!mayMix && name.split(/[^\p{L}\p{M}]+/u).some(isMixed)) return { reason: 'MIXED_SCRIPTS' };
  return { name };
}
