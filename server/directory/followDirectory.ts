import type { Follower } from '#server/common/Follower.ts';
import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import { areaParents } from './areaParents.ts';
import { refreshEntries } from './refreshEntries.ts';

/** Følger med. Keeps the directory true to what a use case writes by statement; a unit of work has `DirectorySubscriber`. */
export function followDirectory(vocabulary: Vocabulary): Follower {
  const parentOf = areaParents(vocabulary);
  return (run, ids, today) => refreshEntries(run, today, ids, parentOf);
}
