import { Worker } from 'node:worker_threads';

import type { Stretch } from '#seeds/synthetic/syntheticBlock.ts';
import type { BlockOrder } from './BlockMaker.ts';
import type { BlockAsked, BlockTold } from './blockProgram.ts';

const program = new URL('./blockProgram.js', import.meta.url);

/** Blokkmaker i en tråd for seg. Does what a `BlockMaker` does, on a core of its own. */
export class BlockThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<void>>();
  #asked = 0;

  constructor(order: BlockOrder) {
    this.#worker = new Worker(program, { workerData: order });
    this.#worker.on('message', ({ number, failure }: BlockTold) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (failure)
        waiting?.reject(Object.assign(new Error(failure.message), { code: failure.code }));
      else waiting?.resolve();
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('A thread that made blocks has ended')));
  }

  make(stretch: Stretch): Promise<void> {
    const waiting = Promise.withResolvers<void>();
    const number = this.#asked++;
    this.#waiting.set(number, waiting);
    this.#worker.postMessage({ number, stretch } satisfies BlockAsked);
    return waiting.promise;
  }

  /** Its connections end with it. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
