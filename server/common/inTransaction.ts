import { setTimeout } from 'node:timers/promises';

import type pg from 'pg';

import { Busy } from '#server/problems.ts';
import { type Asking, Parcel } from './Parcel.ts';
import { isBusy } from './isBusy.ts';
import { knownNameOf, socketOf } from './Reader.ts';

/** Runs a statement inside a transaction; gives its rows as objects. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Asks for something on a connection on which `commit` is under way; comes back when that has been answered, well or not. */
export type Behind = (client: pg.PoolClient) => Promise<void>;

const MOST_TRIES = 4;
/** So long, in milliseconds and by chance, whoever lost lets the other go first: who comes back at once takes the same lock from them again. */
const PAUSE = 40;

/**
 * Transaksjon. Does the work between `begin` and `commit`; whatever goes wrong on the way takes all of it back.
 *
 * Statements go out one behind the other, each as soon as it is known, those of one breath in one packet: what the work does not wait
 * for, `commit` waits for, so that a statement whose answer decides nothing costs no trip of its own. Throws BUSY where the database
 * does not answer in time.
 *
 * Of two that wait for each other the database stops one, as it stops one that has read what another was about to change. Nothing of it is
 * left, and the other is on its way: so the work is done again, up to three times. All that it does, it does through `run`.
 *
 * `behind`: what is to be read of it when it is done, in the packet of the commit. Where nothing comes of the work, nor does anything of that.
 */
export const inTransaction = <Result>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (run: Run) => Promise<Result>,
  behind?: Behind,
): Promise<Result> => againWhereLost(() => once(pool, work, behind));

/** The same where all of the work is one statement, which is a transaction by itself. Gives its rows. */
export const inOneStatement = <Row>(
  pool: Pick<pg.Pool, 'connect'>,
  statement: { readonly text: string; readonly values: readonly unknown[] },
  behind?: Behind,
): Promise<Row[]> => againWhereLost(() => alone<Row>(pool, statement, behind));

async function againWhereLost<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLost(error) || tries === MOST_TRIES) throw isBusy(error) ? new Busy() : error;
      await setTimeout((0.5 + Math.random()) * PAUSE * tries);
    }
  }
}

async function once<Result>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (run: Run) => Promise<Result>,
  behind?: Behind,
): Promise<Result> {
  const client = await pool.connect();
  const sent: Promise<unknown>[] = [];
  let waiting: Asking[] = [];
  let isOver = false;
  const send = () => {
    const asked = waiting;
    waiting = [];
    // pg takes whatever knows how to send itself; its types know of those of its own.
    if (asked.length) void client.query(new Parcel(asked, client, 'whole') as pg.Submittable);
  };
  const ask = <Row>(text: string, values: readonly unknown[], rows: Asking['rows']) => {
    const name = knownNameOf(text);
    const answer = new Promise<Row[]>((resolve, reject) => {
      // After the end it would be written by itself.
      if (isOver) return reject(new Error('The transaction is over'));
      waiting.push({ name, text, values, rows, resolve: resolve as Asking['resolve'], reject });
    });
    if (waiting.length === 1) process.nextTick(send);
    // Whoever does not wait for it hears of it from the commit.
    answer.catch(() => undefined);
    sent.push(answer);
    return answer;
  };
  const run: Run = <Row>(text: string, values: readonly unknown[] = []) =>
    ask<Row>(text, values, 'object');
  let broken: Error | undefined;
  let told: Promise<void> | undefined;
  try {
    void ask('begin', [], 'raw');
    const result = await work(run);
    void ask('commit', [], 'raw');
    isOver = true;
    const socket = socketOf(client);
    socket?.cork();
    send();
    told = behind?.(client);
    socket?.uncork();
    await Promise.all(sent);
    return result;
  } catch (error) {
    isOver = true;
    for (const { reject } of waiting.splice(0)) reject(error);
    await client.query('rollback').catch((reason: Error) => {
      broken = reason;
    });
    throw codeOf(error) === IN_FAILED_TRANSACTION ? await firstOf(sent, error) : error;
  } finally {
    await told;
    client.release(broken);
  }
}

async function alone<Row>(
  pool: Pick<pg.Pool, 'connect'>,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
  behind?: Behind,
): Promise<Row[]> {
  const client = await pool.connect();
  const socket = socketOf(client);
  socket?.cork();
  const written = new Promise<Row[]>((resolve, reject) => {
    const name = knownNameOf(text);
    const asking: Asking = {
      name,
      text,
      values,
      rows: 'object',
      resolve: resolve as Asking['resolve'],
      reject,
    };
    void client.query(new Parcel([asking], client, 'whole') as pg.Submittable);
  });
  const told = behind?.(client);
  socket?.uncork();
  try {
    return await written;
  } finally {
    await told;
    client.release();
  }
}

/** Deadlock, and what cannot be told as if one had come after the other. */
const isLost = (error: unknown): boolean => ['40P01', '40001'].includes(codeOf(error) ?? '');

/** What all statements hear that come after one that failed. */
const IN_FAILED_TRANSACTION = '25P02';

/** What failed first is why the others did. */
async function firstOf(sent: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  const answers = await Promise.allSettled(sent);
  const failed = answers.find(({ status }) => status === 'rejected');
  return failed?.status === 'rejected' ? failed.reason : otherwise;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error ? (error as Error & { code?: string }).code : undefined;
