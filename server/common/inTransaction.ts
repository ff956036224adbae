import { setTimeout } from 'node:timers/promises';

import type pg from 'pg';

import { Busy } from '#server/problems.ts';
import { isBusy, knownNameOf, socketOf } from './Reader.ts';

/** Runs a statement inside a transaction; gives its rows as objects. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

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
 */
export async function inTransaction<Result>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(pool, work);
    } catch (error) {
      if (!isLost(error) || tries === MOST_TRIES) throw isBusy(error) ? new Busy() : error;
      await setTimeout((0.5 + Math.random()) * PAUSE * tries);
    }
  }
}

async function once<Result>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  const socket = socketOf(client);
  const sent: Promise<unknown>[] = [];
  let isHeld = false;
  const letGo = () => {
    isHeld = false;
    socket?.uncork();
  };
  const run: Run = <Row>(text: string, values: readonly unknown[] = []) => {
    if (!isHeld) {
      isHeld = true;
      socket?.cork();
      process.nextTick(letGo);
    }
    const query = { name: knownNameOf(text), text, values: [...values] };
    const answer = client.query(query).then(({ rows }) => rows as Row[]);
    // Whoever does not wait for it hears of it from the commit.
    answer.catch(() => undefined);
    sent.push(answer);
    return answer;
  };
  let broken: Error | undefined;
  try {
    void run('begin');
    const result = await work(run);
    void run('commit');
    await Promise.all(sent);
    return result;
  } catch (error) {
    await client.query('rollback').catch((reason: Error) => {
      broken = reason;
    });
    throw codeOf(error) === IN_FAILED_TRANSACTION ? await firstOf(sent, error) : error;
  } finally {
    client.release(broken);
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
