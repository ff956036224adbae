import { randomBytes, randomInt } from 'node:crypto';

/** Crockford's: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
const mistaken: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** Kode til å skrive. Twelve characters, 60 bits, for whoever can't follow a link. */
export const newTypedCode = (): string => typedCodeOf(randomBytes(length));

/** The code that so many bytes, twelve of them, are written as. */
export const typedCodeOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');

/** In three groups, as it is printed. */
export const printedCode = (code: string): string => code.replaceAll(/.{4}(?=.)/g, '$&-');

/** What was meant by what was typed: however it is cased and spaced, and with letters taken for the digits that they look like. */
export function readTypedCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll(/[ILO]/g, (letter) => mistaken[letter] ?? letter);
  return code.length === length && [...code].every((letter) => alphabet.includes(letter))
    ? code
    : null;
}

/** 128 bits, for a link. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** Whether it is written as a token is. */
export const isToken = (text: string): boolean => /^[\w-]{22}$/.test(text);

/** Kort kode. Eight digits, all equally likely. */
export const newShortCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** What was typed, in any digits and however spaced; null where it is no code. */
export function readShortCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '');
  const digits = [...code].map((letter) => digitOf(letter)).join('');
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** Arabic and Persian keyboards write digits of their own. */
function digitOf(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  for (const zero of [0x0660, 0x06f0]) {
    if (point >= zero && point < zero + 10) return String(point - zero);
  }
  return letter;
}
