import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type pg from 'pg';

import { Organisation } from '#schema/organisation/Organisation.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import type { Context } from '#server/context.ts';
import { settleBacklog } from './settleBacklog.ts';

/** What waits is made good when nobody has written for so long, in milliseconds … */
const QUIET = 200;
/** … and after so long whoever writes. */
const LONGEST = 10_000;
/** While somebody searches, it is after so long, or the next question would wait for all that came since the last one … */
const SOUGHT = 50;
/** … for so long after each question … */
const SEEKING = 2_000;
/** … and as long as no more wait: behind many that are being made good one would wait twice. */
const FEW = 10;
/** Other servers are told once of all that is written within so long. */
const GATHERING = 20;
/** So long a search waits for what waits, at most: behind a large import it is answered as if that came first. */
const PATIENCE = 2_000;
/** So many records wait at most, or the next search would wait for long: who corrects another makes its entry themselves. */
const MOST = 200;

/** How another server is told, before its name. */
export const BACKLOG = 'backlog ';

/** Fields of an organisation by whose words and numbers it is found, and which no rule of the tables can refuse. */
const corrected = /^(name|contactPoints\.(value|lastWorkedOn|bouncedOn))$/;

/** What settling needs of a server, or of a request. */
type Settling = Pick<Context, 'vocabulary' | 'today' | 'directoryIndex'>;

/**
 * Etterslep. What was corrected and has still to be made anew in the directory.
 *
 * A correction writes its record, the change log and one row that says that it waits: nothing of the directory, whose rows for an organisation
 * and its people cost ten times as much. **Whoever searches has all that waits made good first**, so that what is written is found from the
 * commit on. When nobody searches, the server does it as soon as it is quiet, once for each record however often it was corrected.
 *
 * What waits stands in the database (`directory_backlog`). Here is kept whether anything may be there: a server that hears of what the others
 * write (`DirectoryIndex`) asks only then, and another each time.
 */
export class Backlog {
  readonly #name = BACKLOG + randomUUID();
  /** Records of which this server knows that they wait. */
  #waiting = new Set<string>();
  /** Whether others may have left something. */
  #isUnsure = false;
  #settling: Promise<unknown> | null = null;
  /** What has not begun yet: whoever comes now is in time for it. */
  #next: Promise<number> | null = null;
  #whenQuiet: (() => void) | null = null;
  #telling: NodeJS.Timeout | null = null;
  #looking: NodeJS.Timeout | null = null;
  #firstNoted = 0;
  #lastNoted = 0;
  #lastSought = -Infinity;
  /** How long it took the last time. */
  #took = 0;

  constructor(private readonly pool: pg.Pool) {}

  /** Whether that change may wait. */
  takes({ type, id, fields }: RecordChange): boolean {
    return (
      type === Organisation &&
      (this.#waiting.size < MOST || this.#waiting.has(id)) &&
      fields.every(({ field }) => corrected.test(field))
    );
  }

  /** What says so in the database, beside the row of `record`. */
  noting({ fields }: RecordChange): string {
    const isRenamed = fields.some(({ field }) => field === 'name');
    return `insert into directory_backlog (record_id, is_renamed) select id, ${isRenamed} from record`;
  }

  /** To be called when it is committed, before anybody hears of it. */
  note(id: string): void {
    if (!this.#waiting.size) this.#firstNoted = performance.now();
    this.#lastNoted = performance.now();
    this.#waiting.add(id);
    if (!this.#whenQuiet) return;
    this.#telling ??= setTimeout(() => this.tell(), GATHERING).unref();
    this.#looking ??= setTimeout(() => this.look(), this.left).unref();
  }

  /** Another server has said that something waits, or may have while nobody listened. */
  heard(payload: string): void {
    if (payload !== this.#name) this.#isUnsure = true;
  }

  /** Has it settled by whoever gives that when it is quiet; ends with what this gives. */
  start(settle: () => void): () => void {
    this.#whenQuiet = settle;
    return () => {
      this.#whenQuiet = null;
      clearTimeout(this.#telling ?? undefined);
      clearTimeout(this.#looking ?? undefined);
      this.#telling = this.#looking = null;
    };
  }

  /** Comes back when all that is committed by now is in the directory, and in that in memory, or cannot be for the time being. */
  async caughtUp(context: Context): Promise<void> {
    this.#lastSought = performance.now();
    if (!this.mayHave && !isInMemory(context)) {
      const { rows } = await context.reader.query(isAny);
      this.#isUnsure ||= rows.length > 0;
    }
    const settled = this.mayHave ? this.settle(context) : this.#settling;
    if (!settled) return;
    // An answer by what is there is better than none: whoever is to settle has heard of what went wrong.
    await Promise.race([settled.catch(() => undefined), pause(PATIENCE, null, { ref: false })]);
  }

  /** Makes good what waits; one after the other. Gives how many entries were made. */
  settle(settling: Settling): Promise<number> {
    if (this.#next) return this.#next;
    const next = (this.#settling ?? Promise.resolve()).then(() => {
      this.#next = null;
      return this.settleNow(settling);
    });
    const settled = next.then(
      () => undefined,
      () => undefined,
    );
    this.#next = next;
    this.#settling = settled;
    void settled.then(() => {
      if (this.#settling === settled) this.#settling = null;
    });
    return next;
  }

  private get mayHave(): boolean {
    return this.#isUnsure || this.#waiting.size > 0;
  }

  private async settleNow(settling: Settling): Promise<number> {
    const begun = performance.now();
    this.#waiting = new Set();
    this.#isUnsure = false;
    try {
      const entries = await settleBacklog(this.pool, settling);
      if (entries && isInMemory(settling)) await settling.directoryIndex?.caughtUp();
      this.#took = performance.now() - begun;
      return entries;
    } catch (error) {
      this.#isUnsure = true;
      throw error;
    }
  }

  private tell(): void {
    this.#telling = null;
    // Who does not hear of it looks every now and then.
    this.pool.query({ ...notify, values: [this.#name] }).catch(() => undefined);
  }

  private look(): void {
    this.#looking = null;
    if (!this.mayHave) return;
    const { left } = this;
    if (left <= 0) this.#whenQuiet?.();
    else this.#looking = setTimeout(() => this.look(), left).unref();
  }

  /** How long until what waits is made good. */
  private get left(): number {
    const now = performance.now();
    const isSought = now - this.#lastSought < SEEKING && this.#waiting.size <= FEW;
    // On a busy machine it would be at it all the time, and whoever asks would wait twice.
    const longest = isSought ? Math.max(SOUGHT, 2 * this.#took) : LONGEST;
    return Math.max(0, Math.min(this.#lastNoted + QUIET, this.#firstNoted + longest) - now);
  }
}

/** Whether the directory is in memory, and hears of what is written. */
const isInMemory = ({ directoryIndex }: Pick<Context, 'directoryIndex'>): boolean =>
  typeof directoryIndex?.changes === 'number';

const isAny = { name: 'is_any_in_backlog', text: 'select 1 from directory_backlog limit 1' };
/** A notice needs no disk: who listens hears of it without. */
const notify = {
  name: 'tell_of_backlog',
  text: `select set_config('synchronous_commit', 'off', true), pg_notify('directory', $1)`,
};
