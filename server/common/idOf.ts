import { createHash } from 'node:crypto';

import { InvalidInput } from '#server/problems.ts';
import { isUuid } from './isUuid.ts';

/**
 * Samme nøkkel, samme ting. The identifier of what somebody makes with a key of theirs, as a UUID (version 8): whoever sends the same again
 * makes the same again, which is there already. Nothing is kept for it, and nobody else's key leads there.
 *
 * Throws INVALID_INPUT (`idempotencyKey: NOT_A_UUID`).
 */
export function idOf(viewerId: string, what: string, idempotencyKey: string): string {
  if (!isUuid(idempotencyKey)) throw new InvalidInput({ idempotencyKey: 'NOT_A_UUID' });
  const hash = createHash('sha256').update(`${viewerId} ${what} ${idempotencyKey.toLowerCase()}`);
  const digits = hash.digest('hex');
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return parts.join('-');
}
