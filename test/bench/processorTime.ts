import { readFileSync } from 'node:fs';

import type { Register } from './Register.ts';
import type { Serving } from './Serving.ts';

/** What the system counts in. */
const ticksPerSecond = 100;

/** A server, and the database that it works on. */
interface Working {
  readonly serving: Serving;
  readonly register: Register;
}

/**
 * Prosessortid. What work gave, and the seconds of processor that server and database took meanwhile: what it costs, whatever else the
 * machine does. Null where the system does not tell.
 */
export async function processorTime<Result>(way: Working, work: () => Promise<Result>) {
  const before = await takenBy(way);
  const result = await work();
  let seconds: number | null = 0;
  // A process of the database that has ended meanwhile was idle; a new one began at nothing.
  for (const [pid, taken] of await takenBy(way)) {
    if (taken === null || seconds === null) seconds = null;
    else seconds += taken - (before.get(pid) ?? 0);
  }
  return { result, seconds };
}

async function takenBy({ serving, register: { pool } }: Working) {
  const { rows } = await pool.query<{ pid: number }>('select pid from pg_stat_activity');
  const pids = [serving.process.pid, ...rows.map(({ pid }) => pid)];
  return new Map(pids.map((pid) => [pid, secondsOf(pid)]));
}

/** Of one process. Its name may hold anything; user and system time are the 12th and 13th after it. */
export function secondsOf(pid: number | undefined): number | null {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = told.slice(told.lastIndexOf(') ') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
