import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { OpenThings } from '#server/launch/OpenThings.ts';
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
  things.add(() => rmSync(folder, { recursive: true, force: true }));
  const first = await startIn(folder, things);
  await first.stop();
  const again = await startIn(folder, things);
  await pause(rest);
  const atRest = again.memory()?.megabytes ?? null;
  await again.stop();
  say(`Started in ${first.seconds.toFixed(1)} s, then in ${again.seconds.toFixed(1)} s`);
  return { first: first.seconds, again: again.seconds, atRest };
}

async function startIn(folder: string, things: OpenThings): Promise<Serving> {
  const serving = await Serving.start(['--enable-source-maps', serverProgram], {
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    SAMBAND_DATA_DIR: join(folder, '.data'),
    PORT: '0',
  });
  things.add(() => serving.stop());
  return serving;
}
