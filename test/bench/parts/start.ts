import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import { postgresPlace } from '#server/launch/postgresPlace.ts';
import { postgres18 } from '#server/launch/postgresVersion.ts';
import { stopPostmaster } from '#server/launch/postmaster.ts';
import { Serving } from '#test/bench/Serving.ts';
import { root, say, serverProgram } from '#test/bench/surroundings.ts';

export interface StartMeasured {
  /** Seconds from nothing to ready, with an empty folder. */
  readonly first: number;
  /** And again. */
  readonly again: number;
  /** Megabytes, five seconds later. */
  readonly atRest: number | null;
}

const rest = 5_000;

/** Start. Starts a demo twice in a folder of its own, as a user does. */
export async function measureStart(things: OpenThings): Promise<StartMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  // PostgreSQL, which does not run as root, is to reach it; otherwise root would keep the database elsewhere.
  chmodSync(folder, 0o711);
  things.add(() => rmSync(folder, { recursive: true, force: true }));
  things.add(() => stopDatabase(join(folder, '.data')));
  const first = await startIn(folder, things);
  await first.stop();
  const again = await startIn(folder, things);
  await pause(rest);
  const atRest = again.memory()?.megabytes ?? null;
  await again.stop();
  say(`Started in ${first.seconds.toFixed(1)} s, then in ${again.seconds.toFixed(1)} s`);
  return { first: first.seconds, again: again.seconds, atRest };
}

const startIn = (folder: string, things: OpenThings): Promise<Serving> =>
  Serving.start(
    ['--enable-source-maps', serverProgram],
    {
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
      SAMBAND_DATA_DIR: join(folder, '.data'),
      PORT: '0',
    },
    things,
  );

/** Of a server that was interrupted while it started its database, the database lives on until somebody stops it. */
async function stopDatabase(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, 'postgres')))
    await stopPostmaster(postgresPlace(dataDir, postgres18));
}
