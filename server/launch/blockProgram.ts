import 'reflect-metadata';

import { parentPort, workerData } from 'node:worker_threads';

import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

import type { Stretch } from '#seeds/synthetic/syntheticBlock.ts';
import { ormOptions } from '#server/orm.ts';
import { BlockMaker, type BlockOrder } from './BlockMaker.ts';

// Runs in a thread of its own, as it is built: what it imports has decorators.

/** A block that is asked for, by a number of its own. */
export interface BlockAsked {
  readonly number: number;
  readonly stretch: Stretch;
}

/** What became of it. Of an error nothing would come over but its text. */
export interface BlockTold {
  readonly number: number;
  readonly failure?: { readonly message: string; readonly code: string | undefined };
}

// Terms are entities, which point at each other only where MikroORM knows them. It asks nothing of the database.
new MikroORM(ormOptions(new pg.Pool()));

const maker = new BlockMaker(workerData as BlockOrder);

parentPort?.on('message', ({ number, stretch }: BlockAsked) => {
  maker.make(stretch).then(
    () => parentPort?.postMessage({ number } satisfies BlockTold),
    ({ message, code }: Error & { code?: string }) =>
      parentPort?.postMessage({ number, failure: { message, code } } satisfies BlockTold),
  );
});
