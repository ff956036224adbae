import { createHash } from 'node:crypto';

import { filterWords } from './filterWords.ts';
import type { KeptSearch } from './audienceWords.ts';

/** What a saved search asks, as a fingerprint: another where it asks something else. */
export const askedBy = ({ text, keptFilter }: Pick<KeptSearch, 'text' | 'keptFilter'>): string =>
  createHash('sha256')
    .update(JSON.stringify([text, filterWords(keptFilter)]))
    .digest('base64url');
