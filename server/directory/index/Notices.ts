import { randomUUID } from 'node:crypto';
import { on } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { isUuid } from '#server/common/isUuid.ts';
import { entryColumns } from './entryColumns.ts';
import { BACKLOG } from '#server/directory/Backlog.ts';
import type { EntryRow } from './EntryRow.ts';

const EVERYTHING = 'everything';
const MARK = 'mark ';
/** So long, in milliseconds, what is heard is gathered while entries are read: whoever writes much is read once for all of it. */
const GATHERING = 20;
/** As many entries are read at once. */
const MOST_AT_ONCE = 1_000;
/** Who does not answer for so long is not there. */
const PATIENCE = 5_000;

/**
 * Beskjeder. Hears from the database which entries were written, on a connection of its own.
 *
 * A mark travels the same way as the notices: when it comes by, whatever was committed before it was sent has been heard of. One is sent
 * every few seconds, so that a line that is dead without saying so is found out.
 */
export class Notices {
  readonly #marks = new Map<string, () => void>();
  #mark: Promise<void> = Promise.resolve();
  #nextMark: Promise<void> | null = null;
  #isClosed = false;
  #watch: NodeJS.Timeout | undefined;
  #isUnsure = false;
  /** A connection does one thing at a time. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #bulk = new AbortController();
  #lastBulk = -Infinity;
  #lastRead = -Infinity;

  /** Hears that another server has left something to be made good. */
  heardOfBacklog: (payload: string) => void = () => undefined;

  private constructor(
    private readonly client: pg.Client,
    private readonly payloads: AsyncIterator<pg.Notification[]>,
    /** What was heard, and not yet dealt with, in its order. */
    private readonly heard: string[],
  ) {
    client.on('notification', ({ payload }) => {
      if (payload?.startsWith(BACKLOG)) this.heardOfBacklog(payload);
      if (payload !== EVERYTHING) return;
      this.#lastBulk = performance.now();
      this.#bulk.abort();
    });
  }

  /** Begins to listen. Throws where notices do not come through, as behind a pooler that lends its connections out. */
  static async open(url: string, signal: AbortSignal): Promise<Notices> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'samband index',
      // A notice needs no disk: who listens hears of it without.
      options: '-c synchronous_commit=off',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    client.on('error', () => {});
    const heard: string[] = [];
    client.on('notification', ({ payload = '' }) => heard.push(payload));
    const payloads = on(client, 'notification', { signal, close: ['end'] });
    try {
      await client.connect();
      await client.query('listen directory');
      await client.query({ ...notify, values: [MARK] });
      const first = await Promise.race([payloads.next(), pause(PATIENCE, null, { ref: false })]);
      if (!first || first.done) throw new Error('Notices of the database do not come through');
      return new Notices(client, payloads, heard);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** Raised when so much is written at once that all has to be loaded anew. */
  get bulk(): AbortSignal {
    return this.#bulk.signal;
  }

  /**
   * Identifiers of entries that were written, as it is told, each once however often that was meanwhile. Ends with a bulk write, throws when
   * the connection is lost. Marks are heard when all before them has been dealt with.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<readonly string[]> {
    this.#watch ??= setInterval(() => this.beSure(), PATIENCE).unref();
    for (;;) {
      const { done } = await this.payloads.next();
      if (done) throw new Error('The connection to the database is lost');
      const left = this.#lastRead + GATHERING - performance.now();
      if (this.heard.length && left > 0) await pause(left);
      while (this.heard.length) {
        const ids = this.gathered();
        if (ids === EVERYTHING) return;
        if (ids.size) yield [...ids];
        this.#lastRead = performance.now();
      }
    }
  }

  /** What was heard until now, up to what is to be known when all of it has been dealt with. */
  private gathered(): ReadonlySet<string> | typeof EVERYTHING {
    const ids = new Set<string>();
    while (this.heard.length && ids.size < MOST_AT_ONCE) {
      const [payload = ''] = this.heard;
      if (payload === EVERYTHING) return EVERYTHING;
      if (payload.startsWith(MARK) && ids.size) return ids;
      this.heard.shift();
      if (payload.startsWith(MARK)) this.#marks.get(payload)?.();
      else for (const id of payload.split(',')) if (isUuid(id)) ids.add(id);
    }
    return ids;
  }

  /** Comes back when all that is committed by now has been dealt with, or the connection is closed. */
  caughtUp(): Promise<void> {
    // While a mark is under way the next one waits for it, and serves all who ask until it leaves.
    this.#nextMark ??= this.#mark.then(() => {
      this.#nextMark = null;
      return (this.#mark = this.mark());
    });
    return this.#nextMark;
  }

  private async mark(): Promise<void> {
    if (this.#isClosed) return;
    const mark = MARK + randomUUID();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#marks.set(mark, resolve);
    // Where it fails the connection is lost, of which the reader of the notices hears.
    this.query({ ...notify, values: [mark] }).catch(() => {});
    await promise;
    this.#marks.delete(mark);
  }

  /** Waits for the end of bulk writes: until none was heard of for so long. */
  async quiet(milliseconds: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const left = this.#lastBulk + milliseconds - performance.now();
      if (left <= 0) return;
      await pause(left, null, { signal });
    }
  }

  /** The entries as they are now; those that are gone are left out. */
  async entriesOf(ids: readonly string[]): Promise<EntryRow[]> {
    const { rows } = await this.query({
      text: `select ${entryColumns} from directory_entry where id = any($1::uuid[])`,
      values: [ids],
      rowMode: 'array',
    });
    // The columns are those that `EntryRow` lists; pg cannot know.
    return rows as unknown as EntryRow[];
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#isClosed = true;
    for (const resolve of this.#marks.values()) resolve();
    await this.client.end();
  }

  private query(config: pg.QueryConfig & { readonly rowMode?: 'array' }): Promise<pg.QueryResult> {
    const next = this.#last.then(() => this.client.query(config));
    this.#last = next.catch(() => {});
    return next;
  }

  /** Where the last mark has not come by, there is no telling what else has not. */
  private beSure(): void {
    if (this.#isUnsure) {
      this.client.end().catch(() => {});
      return;
    }
    this.#isUnsure = true;
    void this.caughtUp().then(() => (this.#isUnsure = false));
  }
}

const notify = { name: 'notify_directory', text: `select pg_notify('directory', $1)` };
