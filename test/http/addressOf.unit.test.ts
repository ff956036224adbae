import { expect, test } from 'vitest';

import { addressOf } from '#server/access/addressOf.ts';

const secret = new Uint8Array(32).fill(1);
const isSame = (one: string, other: string) => addressOf(one, secret) === addressOf(other, secret);

test.each([
  ['192.0.2.7', '::ffff:192.0.2.7'],
  ['2001:db8::1', '2001:DB8:0:0::ffff:1'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::'],
  ['fe80::1%eth0', 'fe80::2'],
  ['::1', '::1'],
])('%s and %s are one asker', (one, other) => expect(isSame(one, other)).toBe(true));

test.each([
  ['192.0.2.7', '192.0.2.8'],
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['2001:db8::1', '2001:db9::1'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.8'],
])('%s and %s are two', (one, other) => expect(isSame(one, other)).toBe(false));

test('nobody reads the address out of it', () => {
  expect(addressOf('192.0.2.7', secret)).toMatch(/^[\w-]{22}$/);
  expect(addressOf('192.0.2.7', secret)).not.toBe(
    addressOf('192.0.2.7', new Uint8Array(32).fill(2)),
  );
  expect(addressOf(undefined, secret)).toMatch(/^[\w-]{22}$/);
});
