import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import pg from 'pg';

import type { Surroundings } from '#server/context.ts';
import { readConfiguration } from '#server/configuration.ts';
import { openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';
import { openSamband, surroundingsOf } from '#server/launch/openSamband.ts';
import { commandLine, say } from './surroundings.ts';

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** A register to measure on, open. */
export interface Register {
  readonly organisations: number;
  readonly dataDir: string;
  /** For the superuser: peers read with it, and what they need is made with it. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly surroundings: Surroundings;
  /** Today in Europe/Oslo. */
  readonly today: string;
}

/** What the environment of everything that works on the register says. */
export const environmentOf = (dataDir: string): Record<string, string> => ({
  NODE_ENV: 'production',
  SAMBAND_DATA_DIR: dataDir,
  SAMBAND_DEMO: 'on',
  LOG_LEVEL: 'error',
  PORT: '0',
});

/**
 * Opens the register of that size, which is made if there is none yet and kept for the next time. Size 0 is the demo's own world.
 */
export async function openRegister(organisations: number, things: OpenThings): Promise<Register> {
  const dataDir = resolve(
    process.env['SAMBAND_DATA_DIR'] ??
      join('.data', organisations ? `bench-${organisations}` : 'bench-demo'),
  );
  const made = join(dataDir, 'bench-made');
  if (!existsSync(made) && !process.env['SAMBAND_DATA_DIR']) {
    mkdirSync(dataDir, { recursive: true });
    say(
      organisations ? `Making a register of ${organisations} organisations …` : 'Making the demo …',
    );
    const command = organisations
      ? ['synthesise', '--organisations', String(organisations)]
      : ['seed'];
    await onRegister(dataDir, command);
    writeFileSync(made, '');
  }
  const database = await openEmbeddedDatabase({ dataDir, log: say });
  things.add(() => database.release());
  const configuration = readConfiguration(environmentOf(dataDir));
  const samband = await openSamband(configuration, things, say);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  things.add(() => pool.end());
  return {
    organisations,
    dataDir,
    url: database.url,
    pool,
    surroundings: await surroundingsOf(samband),
    today: oslo.format(),
  };
}

/** Runs a command of ours on the register; gives what it answered. */
export async function onRegister(dataDir: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [commandLine, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environmentOf(dataDir) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let answer = '';
  child.stdout?.on('data', (text) => (answer += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`samband ${args[0]} failed`);
  return answer.trim();
}
