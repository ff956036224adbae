import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { UnreadableSeed } from '#seeds/common/UnreadableSeed.ts';
import type { Configuration } from '#server/configuration.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { keepLoadsOut } from './largeLoad.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import type { Samband, Say } from './openSamband.ts';

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** What the register lacks of what the project brings along. */
export interface Lack {
  /** It does not hold this edition of the reference data. */
  readonly reference: boolean;
  /** It is a demo's, and has no people. */
  readonly world: boolean;
}

/** Looks whether there is anything to load: at most starts there is not. */
export async function lackOf(
  samband: Samband,
  { isDemo }: Pick<Configuration, 'isDemo'>,
): Promise<Lack> {
  return {
    reference: (await editionIn(samband)) !== fingerprintOf(seedsFolder),
    world: isDemo && (await isWithoutPeople(samband)),
  };
}

/** Loads reference data and invented world. */
export async function loadRegister(samband: Samband, lack: Lack, say: Say): Promise<void> {
  try {
    if (lack.reference) {
      say('Loading the reference data');
      const { loadReference } = await import('#seeds/reference.ts');
      await loadReference(samband.database.orm.em);
    }
    if (lack.world) {
      say('Loading an invented world around it');
      const { loadDemo } = await import('#seeds/demo.ts');
      await loadDemo(samband.database.orm.em, { today: oslo.format(), key: samband.personalKey });
    }
    say('Making the register searchable');
    await makeSearchable(samband, fingerprintOf(seedsFolder));
  } catch (error) {
    throw asProblem(error);
  }
}

/** Which reference data the files are, whatever else has changed. */
function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((it) => it.endsWith('.csv')).sort()) {
    hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

async function editionIn({ database: { pool } }: Samband): Promise<string | null> {
  const { rows } = await pool.query<{ fingerprint: string }>(
    'select fingerprint from reference_edition',
  );
  return rows[0]?.fingerprint ?? null;
}

async function isWithoutPeople({ database: { pool } }: Samband): Promise<boolean> {
  const { rowCount } = await pool.query('select from person limit 1');
  return rowCount === 0;
}

/** Loading passes the unit of work by, so the directory is made anew; only then is the edition noted. */
async function makeSearchable({ database: { pool } }: Samband, fingerprint: string): Promise<void> {
  const { refreshDirectory } = await import('#server/directory/refreshDirectory.ts');
  const { layOutDeadlines, lockDeadlines } =
    await import('#server/review/deadline/layOutDeadlines.ts');
  const client = await pool.connect();
  try {
    await client.query('begin');
    await keepLoadsOut(client);
    const run: Run = async (text, values = []) => (await client.query(text, [...values])).rows;
    // Other trusts may answer for places now.
    await lockDeadlines(run);
    await layOutDeadlines(run, oslo.format());
    await refreshDirectory(run, oslo.format());
    await client.query(
      `insert into reference_edition (fingerprint, loaded_at) values ($1, $2)
       on conflict (is_only) do update set fingerprint = excluded.fingerprint, loaded_at = excluded.loaded_at`,
      [fingerprint, new Date()],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof UnreadableSeed) return new LaunchProblem(error.message, { cause: error });
  if ((error as { code?: string }).code !== '53100') return error;
  return new LaunchProblem(
    'The disk of the database is full: free some space and start again. Nothing was loaded.',
    { cause: error },
  );
}
