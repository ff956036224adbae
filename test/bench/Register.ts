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
import type { FormerProject } from './formerProject.ts';
import { ours, root, say } from './surroundings.ts';

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** What questions are drawn from. */
export interface Ground {
  readonly pool: pg.Pool;
  readonly surroundings: Surroundings;
  /** Today in Europe/Oslo. */
  readonly today: string;
}

/** A register to measure on, open. */
export interface Register extends Ground {
  readonly organisations: number;
  readonly dataDir: string;
  /** For the superuser: peers read with it, and what they need is made with it. */
  readonly url: string;
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
 *
 * Where SAMBAND_DATA_DIR is set, the register there is taken for one of that size.
 */
export async function openRegister(organisations: number, things: OpenThings): Promise<Register> {
  const given = process.env['SAMBAND_DATA_DIR'];
  const dataDir = resolve(
    given ?? join(root, '.data', organisations ? `bench-${organisations}` : 'bench-demo'),
  );
  const isMade = join(dataDir, 'bench-made');
  if (!given && !existsSync(isMade)) await fill(dataDir, organisations);
  const database = await openEmbeddedDatabase({ dataDir, log: say });
  things.add(() => database.release());
  const configuration = readConfiguration(environmentOf(dataDir));
  const samband = await openSamband(configuration, things, say);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  things.add(() => pool.end());
  if (!existsSync(isMade)) await finish(dataDir, pool);
  return {
    organisations,
    dataDir,
    url: database.url,
    pool,
    surroundings: await surroundingsOf(samband),
    today: oslo.format(),
  };
}

/**
 * The same register as a former commit makes it, for tables that we would bring up to date are no longer its own. What to ask is drawn from
 * ours: both are made from the same seed. Kept, too.
 */
export async function registerOf(
  project: FormerProject,
  { organisations, ...drawnFrom }: Register,
  things: OpenThings,
): Promise<Register> {
  const dataDir = join(root, '.data', `bench-${organisations}-${project.tables}`);
  const isMade = existsSync(join(dataDir, 'bench-made'));
  if (!isMade) await fill(dataDir, organisations, project);
  const database = await openEmbeddedDatabase({ dataDir, log: say });
  things.add(() => database.release());
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  things.add(() => pool.end());
  if (!isMade) await finish(dataDir, pool);
  return { ...drawnFrom, organisations, dataDir, url: database.url, pool };
}

async function fill(dataDir: string, organisations: number, project = ours): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  say(organisations ? `Making a register of ${organisations} organisations …` : 'Making a demo …');
  await onRegister(dataDir, ['seed'], { isTold: true, project });
  if (organisations > 0) {
    await onRegister(dataDir, ['synthesise', '--organisations', String(organisations)], {
      isTold: true,
      project,
    });
  }
}

async function finish(dataDir: string, pool: pg.Pool): Promise<void> {
  await pool.query(umbrellas);
  await pool.query('vacuum (analyze)');
  writeFileSync(join(dataDir, 'bench-made'), '');
}

/**
 * Q2 reads fifty branches, and no umbrella of the register has so many: those with the most people get others that have no parent.
 * No search looks at parents.
 */
const umbrellas = `
  with umbrella as (
    select id, row_number() over (order by id) as place, branches from (
      select parent_id as id, count(*) as branches from organisation where parent_id is not null
      group by parent_id having count(*) between 12 and 49 order by parent_id limit 64
    ) as known
  ), free as (
    select id, row_number() over (order by id) as place from organisation
    where parent_id is null and kind = 'immigrant_organisation' and not exists (select from organisation branch where branch.parent_id = organisation.id)
    limit 64 * 50
  )
  update organisation set parent_id = umbrella.id
  from umbrella, free
  where free.id = organisation.id and (free.place - 1) % 64 + 1 = umbrella.place and (free.place - 1) / 64 < 50 - umbrella.branches`;
/** Runs a command of ours on the register; gives what it answered. `isTold`: how far it has come is for all to see. */
export async function onRegister(
  dataDir: string,
  args: readonly string[],
  { isTold = false, project = ours } = {},
): Promise<string> {
  const child = spawn(process.execPath, [project.commandLine, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environmentOf(dataDir) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let [answer, told] = ['', ''];
  child.stdout?.on('data', (text) => (answer += text));
  child.stderr?.on('data', (text) => {
    told += String(text);
    if (isTold) process.stderr.write(String(text));
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`samband ${args[0]} failed: ${told}`);
  return answer.trim();
}
