import type { Follower } from './common/Follower.ts';
import { followDirectory } from './directory/followDirectory.ts';
import type { Vocabulary } from './vocabulary/Vocabulary.ts';

/** What every slice derives from the register, in the order of the slices. */
export const followersOf = (vocabulary: Vocabulary): readonly Follower[] => [
  followDirectory(vocabulary),
];
