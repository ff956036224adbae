import { createHmac, timingSafeEqual } from 'node:crypto';

import { InvalidInput } from '#server/problems.ts';

const tagLength = 12;

/**
 * Peker. Where a page ended: the sort key of its last row, signed together with the list that it belongs to.
 *
 * The signature keeps anyone from asking for keys that they were never shown, and a cursor from being used on another list.
 */
export class Cursors {
  constructor(private readonly secret: Uint8Array) {}

  write(list: string, key: readonly unknown[]): string {
    const body = Buffer.from(JSON.stringify(key));
    return Buffer.concat([this.sign(list, body), body]).toString('base64url');
  }

  /**
   * Throws INVALID_INPUT, about the argument, for a cursor that is not ours or not of this list, as when an earlier version ordered it by
   * other things.
   */
  read(list: string, cursor: string, argument: 'after' | 'before', length: number): unknown[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const [tag, body] = [bytes.subarray(0, tagLength), bytes.subarray(tagLength)];
    const isOurs = tag.length === tagLength && timingSafeEqual(tag, this.sign(list, body));
    const key = isOurs ? (JSON.parse(body.toString('utf8')) as unknown[]) : [];
    if (key.length === length) return key;
    throw new InvalidInput({ [argument]: 'NOT_A_CURSOR_OF_THIS_LIST' });
  }

  private sign(list: string, body: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update('cursor\0')
      .update(list)
      .update('\0')
      .update(body)
      .digest()
      .subarray(0, tagLength);
  }
}
