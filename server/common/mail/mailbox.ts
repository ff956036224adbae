import { z } from 'zod';

import type { Mailbox } from './Letter.ts';

/** What cannot be sent as it is, however often it is tried. Says which part, never what stands in it. */
export class UnsendableLetter extends Error {
  constructor(part: string) {
    super(`A letter with such a ${part} is not sent`);
  }
}

const address = z.email().max(254);
const longest = 500;

/** A line of a letter's head: nothing in it may begin another line. Throws `UnsendableLetter`. */
export function headLine(part: string, text: string): string {
  // Control characters are what is looked for.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text) || text.length > longest) {
    throw new UnsendableLetter(part);
  }
  return text;
}

/** A mailbox to write to: exactly one address, whatever was typed. Throws `UnsendableLetter`. */
export function mailbox(name: string, to: string): Mailbox {
  const { data, success } = address.safeParse(to);
  if (!success || data !== to) throw new UnsendableLetter('address');
  return { name: headLine('name', name), address: to };
}
