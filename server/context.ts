import type DataLoader from 'dataloader';

import type { Locale } from '#schema/common/Locale.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Viewer } from './access/Viewer.ts';
import type { Cursors } from './common/cursor.ts';
import type { ReadModel } from './common/ReadModel.ts';
import type { Reader } from './common/Reader.ts';
import type { Selection } from './common/Selection.ts';
import type { Vocabulary } from './vocabulary/Vocabulary.ts';

/** What the server has for all requests: the rules of reading, the lists in memory, the keys. */
export interface Surroundings {
  readonly readModel: ReadModel;
  readonly vocabulary: Vocabulary;
  readonly cursors: Cursors;
  readonly personalKey: PersonalKey;
  /** Hears of what the planner did not foresee, and which was therefore read or written the slow way. */
  readonly unforeseen: (what: string) => void;
}

/**
 * How an answer comes about. All three give the same one.
 *
 * `written`: the plan brings rows, and they are written down as they are. `planned`: the plan brings rows, and graphql-js makes the answer
 * of them. `unplanned`: every relation is read when graphql-js comes to it, for all rows of a tick.
 */
export type Way = 'written' | 'planned' | 'unplanned';

/** What a request knows: who is asking, on which day, in which language, how to read, what is already being fetched. */
export interface Context extends Surroundings {
  readonly viewer: Viewer | null;
  /** Today in Europe/Oslo. */
  readonly today: string;
  readonly locale: Locale;
  readonly reader: Reader;
  /** As foreseen; `planned` from the moment that writing turns out not to be possible. */
  way: Way;
  /** Relations that were not planned, batched per tick. */
  readonly relations: Map<Selection, DataLoader<string, unknown>>;
}

/** Puts together what a request knows. */
export const createContext = (
  surroundings: Surroundings,
  request: Pick<Context, 'viewer' | 'today' | 'locale' | 'reader' | 'way'>,
): Context => ({ ...surroundings, ...request, relations: new Map() });
