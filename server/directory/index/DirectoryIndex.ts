import { setTimeout as pause } from 'node:timers/promises';

import type { Viewer } from '#server/access/Viewer.ts';
import type { Context } from '#server/context.ts';
import { BACKLOG } from '#server/directory/Backlog.ts';
import type { Found } from '#server/directory/dictionary.ts';
import type { Hits, Wanted } from '#server/directory/Hits.ts';
import type { Query } from '#server/directory/Query.ts';
import { MOST_SLOTS } from './ColumnsData.ts';
import type { Entries } from './Entries.ts';
import { loadEntries } from './loadEntries.ts';
import { Notices } from './Notices.ts';
import { RememberedLookups } from './RememberedLookups.ts';
import { Scan } from './Scan.ts';
import { searchEntries } from './searchEntries.ts';

/** What the index needs of the house. */
export interface IndexSettings {
  /** Where the database is. It is listened to, so this is no replica and no pooler of transactions. */
  readonly url: string;
  readonly log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  /** Hears that another server has left something to be made good, or may have. */
  readonly heardOfBacklog?: (payload: string) => void;
  /** How long no bulk writes must have been heard of before all is loaded anew, in milliseconds. */
  readonly quiet?: number;
  /** How many entries are looked at in one go. Tests take few, so that a small world has many such goes. */
  readonly segmentSize?: number;
  /** How long a search works before others get their turn, in milliseconds. */
  readonly turn?: number;
}

const QUIET = 2_000;
const TURN = 8;
/** So long, in milliseconds, those who have written are gathered: each mark is a transaction of its own. */
const GATHERING = 20;
const FIRST_RETRY = 500;
const LAST_RETRY = 60_000;

/**
 * Søkeindeks. The directory in the memory of the server: loaded in the background, kept true by what the database tells of its writes.
 *
 * Wherever it is in doubt (not loaded, connection lost, everything written anew) it answers nothing, and the database does.
 */
export class DirectoryIndex {
  #entries: Entries | null = null;
  #notices: Notices | null = null;
  readonly #scan = new Scan();
  #lookups = new RememberedLookups();
  readonly #closing = new AbortController();
  /** Viewers who have written what memory may not have heard of yet, and how often. */
  readonly #writing = new Map<string, number>();
  /** Those for whom no mark is under way yet: one leaves in a moment, for all of them. */
  #unheard: string[] = [];
  #marking: NodeJS.Timeout | undefined;
  #following: Promise<void> | null = null;

  constructor(private readonly settings: IndexSettings) {}

  /** Begins to load, and to follow. */
  start(): this {
    this.#following ??= this.follow();
    return this;
  }

  /** The hits; null where the database is to be asked. */
  async find(query: Query, wanted: Wanted, context: Context): Promise<Hits | null> {
    const { viewer } = context;
    if (!this.#entries || (viewer && this.#writing.has(viewer.id))) return null;
    const { turn = TURN } = this.settings;
    return searchEntries(
      { entries: this.#entries, scan: this.#scan, turn },
      query,
      wanted,
      context,
    );
  }

  /** What the dictionary says: as it was answered before, where nothing has been written since. `words`: all that it depends on. `ask` asks the database. */
  lookUp(words: string, { viewer }: Context, ask: () => Promise<Found>): Promise<Found> {
    if (!this.#entries || (viewer && this.#writing.has(viewer.id))) return ask();
    return this.#lookups.find(this.#entries.changes, words, ask);
  }

  /** Has the database answer this viewer until memory has heard of what they wrote. To be called when that is committed. */
  hasWritten({ id }: Viewer): void {
    if (!this.#notices) return;
    this.#writing.set(id, (this.#writing.get(id) ?? 0) + 1);
    this.#unheard.push(id);
    this.#marking ??= setTimeout(() => void this.caughtUp(), GATHERING).unref();
  }

  /** Comes back when all that is committed by now is in it, or it answers nothing. */
  async caughtUp(): Promise<void> {
    clearTimeout(this.#marking);
    this.#marking = undefined;
    const writers = this.#unheard;
    this.#unheard = [];
    await this.#notices?.caughtUp();
    for (const id of writers) {
      const left = (this.#writing.get(id) ?? 1) - 1;
      if (left) this.#writing.set(id, left);
      else this.#writing.delete(id);
    }
  }

  /** How many entries were written since it was loaded; null while it answers nothing. */
  get changes(): number | null {
    return this.#entries && this.#entries.changes;
  }

  /** How many bytes it takes; null while it answers nothing. */
  get bytes(): number | null {
    return this.#entries && this.#entries.bytes;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.#closing;
    for (let retry = FIRST_RETRY; !signal.aborted; retry = Math.min(retry * 2, LAST_RETRY)) {
      const begun = performance.now();
      try {
        for (;;) await this.followOnce();
      } catch (error) {
        if (signal.aborted) return;
        this.settings.log.warn({ err: error }, 'Searches are answered by the database for now');
        if (performance.now() - begun > LAST_RETRY) retry = FIRST_RETRY;
        await pause(retry, null, { signal, ref: false }).catch(() => {});
      }
    }
  }

  /** Loads all, and follows what changes until all has to be loaded anew. Throws when the connection is lost. */
  private async followOnce(): Promise<void> {
    const { url, quiet = QUIET, heardOfBacklog = () => undefined } = this.settings;
    const { signal } = this.#closing;
    const notices = await Notices.open(url, signal);
    this.#notices = notices;
    notices.heardOfBacklog = heardOfBacklog;
    // Nobody has listened until now.
    heardOfBacklog(BACKLOG);
    try {
      await this.followFrom(notices).catch((error: unknown) => {
        if (!notices.bulk.aborted || signal.aborted) throw error;
      });
      this.#entries = null;
      await notices.quiet(quiet, signal);
    } finally {
      this.#notices = this.#entries = null;
      await notices.close();
    }
  }

  /** Ends when so much has changed that all has to be loaded anew. */
  private async followFrom(notices: Notices): Promise<void> {
    const { url, log, segmentSize = MOST_SLOTS } = this.settings;
    const begun = performance.now();
    const undisturbed = AbortSignal.any([this.#closing.signal, notices.bulk]);
    const entries = await loadEntries(url, segmentSize, undisturbed);
    this.#lookups = new RememberedLookups();
    void notices.caughtUp().then(() => {
      if (this.#notices !== notices || notices.bulk.aborted) return;
      this.#entries = entries;
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      log.info({ bytes: entries.bytes, seconds }, 'The directory is in memory');
    });
    for await (const ids of notices) {
      entries.change(ids, await notices.entriesOf(ids));
      if (entries.isWorn) return;
    }
  }
}
