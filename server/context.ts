import type DataLoader from 'dataloader';

import type { Locale } from '#schema/common/Locale.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Viewer } from './access/Viewer.ts';
import type { Cursors } from './common/cursor.ts';
import type { Follower } from './common/Follower.ts';
import type { ReadModel } from './common/ReadModel.ts';
import type { Reader } from './common/Reader.ts';
import type { Row } from './common/Row.ts';
import type { Database } from './orm.ts';
import type { Vocabulary } from './vocabulary/Vocabulary.ts';

/** What the server has for all requests: the tables, the rules of reading, the lists in memory, the keys. */
export interface Surroundings {
  readonly database: Pick<Database, 'pool' | 'orm'>;
  /** What is derived from the register and follows each change to it. */
  readonly followers: readonly Follower[];
  readonly readModel: ReadModel;
  readonly vocabulary: Vocabulary;
  readonly cursors: Cursors;
  readonly personalKey: PersonalKey;
}

/** What a request knows: who is asking, when, in which language, how to read, what is already being fetched. */
export interface Context extends Surroundings {
  readonly viewer: Viewer | null;
  readonly now: Date;
  /** Today in Europe/Oslo. */
  readonly today: string;
  /** By which the log knows the request. */
  readonly requestId: string;
  readonly locale: Locale;
  readonly reader: Reader;
  /** Relations that were not planned, batched per tick. */
  readonly relations: Map<string, DataLoader<Row, unknown, unknown>>;
}

/** Puts together what a request knows. */
export const createContext = (
  surroundings: Surroundings,
  request: Pick<Context, 'viewer' | 'now' | 'today' | 'requestId' | 'locale' | 'reader'>,
): Context => ({ ...surroundings, ...request, relations: new Map() });
