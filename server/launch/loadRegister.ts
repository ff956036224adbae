import { loadReference } from '#seeds/reference.ts';
import { refreshDirectory, type Run } from '#server/directory/refreshDirectory.ts';
import type { Configuration } from '#server/configuration.ts';
import type { Samband, Say } from './openSamband.ts';

/**
 * Loads what the project brings along: the reference data, and into an empty register of a demo its invented world.
 *
 * The reference data follow the files, so they are looked through at every start.
 */
export async function loadRegister(
  { database: { orm, pool } }: Samband,
  { isDemo }: Pick<Configuration, 'isDemo'>,
  say: Say,
): Promise<void> {
  const t = Date.now();
  await loadReference(orm.em);
  say(`reference ${Date.now() - t}`);
  void isDemo;
  const client = await pool.connect();
  try {
    const run: Run = async (text, values = []) =>
      (await client.query(text, [...values])).rows as never;
    await client.query('begin');
    await refreshDirectory(run, '2026-11-22');
    await client.query('commit');
  } finally {
    client.release();
  }
  say(`index ${Date.now() - t}`);
}
