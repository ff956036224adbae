import type DataLoader from 'dataloader';

import type { Purpose } from '#schema/access/Purpose.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import { Disclosures } from './access/Disclosures.ts';
import type { LinkKey } from './access/link/LinkKey.ts';
import type { ReadLog } from './access/ReadLog.ts';
import type { Viewer } from './access/Viewer.ts';
import { Awaited } from './common/Awaited.ts';
import type { Cursors } from './common/cursor.ts';
import type { Follower } from './common/Follower.ts';
import type { ReadModel } from './common/ReadModel.ts';
import type { Reader } from './common/Reader.ts';
import type { Backlog } from './directory/Backlog.ts';
import type { DirectoryIndex } from './directory/index/DirectoryIndex.ts';
import type { Registers } from './directory/register/Registers.ts';
import type { Selection } from './common/Selection.ts';
import type { Database } from './orm.ts';
import type { Vocabulary } from './vocabulary/Vocabulary.ts';

/** What the server has for all requests: the tables, the rules of reading, the lists in memory, the keys. */
export interface Surroundings {
  readonly database: Pick<Database, 'pool' | 'orm'>;
  /** What is derived from the register and follows each change to it. */
  readonly followers: readonly Follower[];
  /** What was corrected and has still to be followed. */
  readonly backlog: Backlog;
  readonly readModel: ReadModel;
  readonly vocabulary: Vocabulary;
  readonly cursors: Cursors;
  readonly personalKey: PersonalKey;
  readonly linkKey: LinkKey;
  /** Takes down who reads how people are reached. */
  readonly readLog: ReadLog;
  /** The directory in memory, where the server keeps one. */
  readonly directoryIndex?: DirectoryIndex;
  /** The registers of others, where the server is set up to ask any. */
  readonly registers?: Registers;
  /** Whether messages can be sent to mobile telephones. */
  readonly canSms?: boolean;
  /** Where the links in text messages lead, where somebody carries such. */
  readonly textsLeadTo?: URL;
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

/** What a request knows: who is asking, when, in which language, how to read, what is already being fetched. */
export interface Context extends Surroundings {
  /** Where `confirm` is there, a guess. */
  viewer: Viewer | null;
  /** Looks up who is asking, beside what is read for whom it seems to be. No answer leaves before it has come. */
  confirm: (() => Promise<Viewer | null>) | null;
  /** Where that is on its way for something that is to be written: comes back when it is whom it seemed to be, fails where it is another. */
  certain: Promise<void> | null;
  /** What the operation reads contact details of people for, as it states itself; null where it states nothing. */
  purpose: Purpose | null;
  /** Whether that is settled: it is once, for whom the request seemed to be from at first. */
  isPurposeStated: boolean;
  readonly now: Date;
  /** Today in Europe/Oslo. */
  readonly today: string;
  /** By which the log knows the request. */
  readonly requestId: string;
  readonly locale: Locale;
  readonly reader: Reader;
  /** What the answer tells of how people are reached. It leaves when that is in the read log. */
  readonly disclosures: Disclosures;
  /** As foreseen; `planned` from the moment that writing turns out not to be possible. */
  way: Way;
  /** Rows that hang on terms, fetched between one writing of the answer and the next. */
  readonly awaited: Awaited;
  /** Relations that were not planned, batched per tick. */
  readonly relations: Map<Selection, DataLoader<string, unknown>>;
}

/** Puts together what a request knows. */
export const createContext = (
  surroundings: Surroundings,
  request: Pick<Context, 'viewer' | 'now' | 'today' | 'requestId' | 'locale' | 'reader' | 'way'> &
    Partial<Pick<Context, 'confirm' | 'purpose'>>,
): Context => ({
  ...surroundings,
  confirm: null,
  certain: null,
  purpose: null,
  isPurposeStated: false,
  ...request,
  disclosures: new Disclosures(),
  awaited: new Awaited(),
  relations: new Map(),
});
