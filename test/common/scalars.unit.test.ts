import { expect, test } from 'vitest';

import { isLocalDate, LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';

test('a day is a day of the calendar', () => {
  for (const day of ['2024-02-29', '2026-12-31']) expect(isLocalDate(day)).toBe(true);
  for (const day of [
    '2025-02-29',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '',
    '2026-01-01T00:00',
    '0000-01-01',
  ]) {
    expect(isLocalDate(day)).toBe(false);
    expect(() => LocalDate.parseValue(day)).toThrow('YYYY-MM-DD');
  }
});

test('typed text is composed and trimmed', () => {
  expect(Text.parseValue('  Gru\u0308nerløkka\n')).toBe('Gr\u00fcnerløkka');
});

test('control characters and halves of characters are refused', () => {
  for (const bad of ['a\u0000b', 'a\u001bb', 'a\u0085b', '\ud800', 'a\rb']) {
    expect(() => Text.parseValue(bad)).toThrow('control characters');
  }
  for (const good of ['😀', 'a\tb', 'linje\nto', 'العربية', 'ትግርኛ']) {
    expect(Text.parseValue(good)).toBe(good);
  }
});

test('what is too long, or no text, is refused', () => {
  expect(() => Text.parseValue('a'.repeat(1001))).toThrow('at most 1000');
  expect(() => Text.parseValue(7)).toThrow('string');
});
