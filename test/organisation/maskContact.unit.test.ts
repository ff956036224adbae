import { expect, test } from 'vitest';

import { maskContact } from '#server/organisation/maskContact.ts';

test('a masked value can be recognised, not used', () => {
  expect(maskContact('+4700000123')).toBe('+47 ••• •• 123');
  expect(maskContact('+467000123')).toBe('••• •• 123');
  expect(maskContact('fatima@example.no')).toBe('f•••@example.no');
  expect(maskContact('https://facebook.example/gruppe')).toBe('h•••');
  expect(maskContact('')).toBe('•••');
});
