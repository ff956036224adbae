import { createHash } from 'node:crypto';

/** Chosen once. Another would give every seed a new identity. */
const namespace = Buffer.from('5a3b1d0c4f6e4c1f9a7e2b8d6c5f4e3a', 'hex');

/** A UUID (version 5) that is the same each time for the same key, so that a seed is known again when it is loaded again. */
export function seedId(key: string): string {
  const hash = createHash('sha1').update(namespace).update(key).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [8, 12, 16, 20, 32]
    .map((end, place, ends) => hex.slice(ends[place - 1] ?? 0, end))
    .join('-');
}
