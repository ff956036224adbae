import type pg from 'pg';

import type { Task } from '#server/common/job/Jobs.ts';
import type { Registers } from './Registers.ts';
import { watchAreas } from './watchAreas.ts';
import { watchRegisters } from './watchRegisters.ts';

/** When the registers are followed: in the morning, Norwegian time, before people come to work. In UTC. */
export const registerCrontab = `12 4 * * * watchRegisters ?fill=1d&max=3
27 4 * * 1 watchAreas ?fill=7d&max=3`;

/** Følge registrene. What is done each day, and what each Monday; both may be done twice. */
export function registerTasks({
  pool,
  registers,
  clock,
}: {
  readonly pool: pg.Pool;
  readonly registers: Registers;
  readonly clock: () => Date;
}): Record<string, Task> {
  return {
    async watchRegisters() {
      if (!registers.asksBrreg) return;
      await watchRegisters({ pool, registers, clock, areaOf: await areasByCode(pool) });
    },
    async watchAreas() {
      if (registers.asksKlass) await watchAreas({ pool, registers, clock });
    },
  };
}

/** The number of the municipality with a code; null where we have none. */
export async function areasByCode(
  pool: Pick<pg.Pool, 'query'>,
): Promise<(code: string) => number | null> {
  const { rows } = await pool.query<{ code: string; number: number }>(
    `select code, number from area where kind = 'municipality'`,
  );
  const byCode = new Map(rows.map(({ code, number }) => [code, number]));
  return (code) => byCode.get(code) ?? null;
}
