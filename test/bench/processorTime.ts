import { readFileSync } from 'node:fs';

import type { Register } from './Register.ts';
import type { Serving } from './Serving.ts';

/** What the system counts in. */
const ticksPerSecond = 100;

/**
 * Prosessortid. Seconds of processor that a way has taken so far, its server and the database's own processes together: what it costs,
 * whatever else the machine does meanwhile. Null where the system does not tell.
 */
export async function processorTime({
  serving,
  register: { pool },
}: {
  readonly serving: Serving;
  readonly register: Register;
}): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>('select pid from pg_stat_activity');
  const taken = [serving.process.pid, ...rows.map(({ pid }) => pid)].map(secondsOf);
  return taken.every((one) => one !== null) ? taken.reduce((sum, one) => sum + one, 0) : null;
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
