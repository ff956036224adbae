import { expect, test } from 'vitest';

import { handoverWords } from '#server/review/handover/words/handoverWords.ts';
import { troublesOf } from '#test/access/link/troublesOf.ts';

test('a handover says all it says in ten languages', () => {
  expect(troublesOf(handoverWords)).toEqual([]);
});
