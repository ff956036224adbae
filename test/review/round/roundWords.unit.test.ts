import { expect, test } from 'vitest';

import { roundWords } from '#server/review/round/words/roundWords.ts';
import { troublesOf } from '#test/access/link/troublesOf.ts';

test('letters of a round say all they say in ten languages', () => {
  expect(troublesOf(roundWords)).toEqual([]);
});
