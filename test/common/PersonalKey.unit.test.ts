import { randomBytes } from 'node:crypto';

import { expect, test } from 'vitest';

import { PersonalKey } from '#schema/common/PersonalKey.ts';

const key = new PersonalKey(Buffer.alloc(32, 1));
const [row, otherRow] = [
  '2b0d6d4e-0000-4000-8000-000000000001',
  '2b0d6d4e-0000-4000-8000-000000000002',
];

test('what is sealed opens again, and never looks the same twice', () => {
  const sealed = key.seal('+4700000000', row);
  expect(key.open(sealed, row)).toBe('+4700000000');
  expect(sealed.equals(key.seal('+4700000000', row))).toBe(false);
  expect(sealed.toString('latin1')).not.toContain('4700000000');
});

test('it opens for no other row, with no other key, and not when a bit was changed', () => {
  const sealed = key.seal('somebody@example.org', row);
  expect(() => key.open(sealed, otherRow)).toThrow('authenticate');
  expect(() => new PersonalKey(randomBytes(32)).open(sealed, row)).toThrow('authenticate');
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => key.open(changed, row)).toThrow('authenticate');
});

test('a whole value is found however it is spaced, and only with the key', () => {
  const index = key.blindIndex('+47 00 00 00 00');
  expect(key.blindIndex('+4700000000')).toEqual(index);
  expect(key.blindIndex('Somebody@Example.org')).toEqual(key.blindIndex('somebody@example.org'));
  expect(new PersonalKey(randomBytes(32)).blindIndex('+4700000000')).not.toEqual(index);
});
