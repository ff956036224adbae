import type pg from 'pg';

import { Busy } from '#server/problems.ts';
import { isBusy, knownNameOf, socketOf } from './Reader.ts';

/** Runs a statement inside a transaction; gives its rows as objects. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/**
 * Transaksjon. Does the work between `begin` and `commit`; whatever goes wrong on the way takes all of it back.
 *
 * Statements go out one behind the other, each as soon as it is known, those of one breath in one packet: what the work does not wait
 * for, `commit` waits for, so that a statement whose answer decides nothing costs no trip of its own. Throws BUSY where the database
 * does not answer in time.
 */
export async function inTransaction<Result>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asProblem(error);
  });
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
    throw asProblem(error);
  } finally {
    client.release(broken);
  }
}

const asProblem = (error: unknown): unknown => (isBusy(error) ? new Busy() : error);
