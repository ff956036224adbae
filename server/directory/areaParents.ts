import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import type { AreaParents } from './refreshEntries.ts';

/** The area around each area, as the lists in memory have it. */
export const areaParents = (vocabulary: Vocabulary): AreaParents =>
  new Map(vocabulary.areas('nb').map(({ number, parent }) => [number, parent?.number ?? null]));
