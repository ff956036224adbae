import { expect, test } from 'vitest';

import { maskContact } from '#server/organisation/maskContact.ts';

test('a masked value can be recognised, not used', () => {
  expect(maskContact('+4700000123')).toBe('+47 ••• •• 123');
  expect(maskContact('+467000123')).toBe('••• •• 123');
  expect(maskContact('fatima@example.no')).toBe('f•••@example.no');
  expect(maskContact('SPONDKODE')).toBe('S•••');
  expect(maskContact('')).toBe('•••');
});

test('of a page it is told where it is, unless that is all there is to it', () => {
  expect(maskContact('https://www.facebook.com/prøvegruppa')).toBe('facebook.com/•••');
  expect(maskContact('https://facebook.com/@prøve?id=7')).toBe('facebook.com/•••');
  expect(maskContact('https://gruppe.example/')).toBe('g•••');
  expect(maskContact('https://gruppe.example')).toBe('g•••');
});
