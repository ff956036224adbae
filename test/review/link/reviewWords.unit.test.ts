import { expect, test } from 'vitest';

import { reviewWords } from '#server/review/link/words/reviewWords.ts';
import { troublesOf } from '#test/access/link/troublesOf.ts';

test('a review by link says all it says in ten languages', () => {
  expect(troublesOf(reviewWords, { same: ['receiptOn'] })).toEqual([]);
});
