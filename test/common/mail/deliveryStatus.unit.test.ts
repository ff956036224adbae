import { expect, test } from 'vitest';

import { isAddressGone, statusIn } from '#server/common/mail/deliveryStatus.ts';

test('an address is gone where nobody has it, and not where the mailbox is full or the letter is not wanted', () => {
  for (const status of ['5.0.0', '5.1.0', '5.1.1', '5.1.2', '5.1.10', '5.2.1', '5.4.1', '5.4.4']) {
    expect(isAddressGone(status), status).toBe(true);
  }
  const others = ['4.1.1', '4.4.7', '2.1.5', '5.1.8', '5.2.2', '5.3.4', '5.6.0', '5.7.1', '5.7.26'];
  for (const status of [...others, '', '5', '5.1', '5.x.1', '511', '550']) {
    expect(isAddressGone(status), status).toBe(false);
  }
});

test('a server says why in its own words, else by its code', () => {
  expect(statusIn(550, '550 5.1.1 <x>: no such user')).toBe('5.1.1');
  expect(statusIn(550, '550-5.7.26 not signed')).toBe('5.7.26');
  expect(statusIn(550, '550 no such user')).toBe('5.1.0');
  expect(statusIn(551, '551 moved')).toBe('5.1.0');
  expect(statusIn(552, '552 too much')).toBe('5.3.0');
  expect(statusIn(554, '554 5.11111.1 odd')).toBe('5.3.0');
  expect(statusIn(450, '450 later')).toBe('4.0.0');
});
