import type pg from 'pg';

import { Busy } from '#server/problems.ts';

/** Lesning. Somebody has got to know how somebody is reached: who and through which door, whose, which fields, for what, in which request. */
export interface Reading {
  readonly at: Date;
  readonly viewerId: string;
  readonly via: string;
  readonly personId: string;
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly requestId: string;
}

interface Waiting {
  readonly readings: readonly Reading[];
  readonly resolve: () => void;
  readonly reject: (problem: Busy) => void;
}

/** So many in a batch at most: more would take longer than anybody should wait. */
const mostInBatch = 5_000;
/** So many wait at most; whoever comes then is told at once. */
const mostWaiting = 50_000;

/**
 * Leseloggen. Takes down who has read how people are reached, for all requests under way.
 *
 * One batch is on its way at a time, and what comes meanwhile gathers into the next: the more there is to write, the less each costs.
 * Nobody is told that theirs is written before the database has it for good; where it cannot be written they get BUSY.
 */
export class ReadLog {
  #waiting: Waiting[] = [];
  #readings = 0;
  #isWriting = false;

  /** `failed` hears why a batch could not be written. */
  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Comes back when all of it is in the log. */
  append(readings: readonly Reading[]): Promise<void> {
    if (!readings.length) return Promise.resolve();
    if (this.#readings + readings.length > mostWaiting) return Promise.reject(new Busy());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ readings, resolve, reject });
      this.#readings += readings.length;
      if (!this.#isWriting) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length) {
      const batch = this.nextBatch();
      const readings = batch.flatMap((waiting) => waiting.readings);
      try {
        await this.pool.query({
          name: 'append to the read log',
          text: 'select read_log_append($1)',
          values: [JSON.stringify(readings.map(asRow))],
        });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.failed(error);
        for (const { reject } of batch) reject(new Busy());
      }
    }
    this.#isWriting = false;
  }

  /** As many as fit, in the order in which they came; of one who has more than fit, all. */
  private nextBatch(): Waiting[] {
    let [count, size] = [0, 0];
    for (const { readings } of this.#waiting) {
      if (count > 0 && size + readings.length > mostInBatch) break;
      count += 1;
      size += readings.length;
    }
    this.#readings -= size;
    return this.#waiting.splice(0, count);
  }
}

const asRow = ({ at, viewerId, via, personId, fields, purpose, requestId }: Reading) => ({
  at,
  viewer_id: viewerId,
  via,
  person_id: personId,
  fields,
  purpose,
  request_id: requestId,
});
