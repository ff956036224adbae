import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import { run } from '#server/launch/processes.mjs';
import type { Flame } from './flameGraph.ts';
import type { Register } from './Register.ts';

const samplesPerSecond = 499;
/** Of each process's stack, in bytes: PostgreSQL is built without frame pointers, so the stack itself is read. */
const stack = 8192;

/** Databasens profil. In which functions PostgreSQL's processes are while something is done, by Linux's `perf`; or why that is not to be had. */
export async function profileOfDatabase(
  { pool }: Register,
  during: () => Promise<unknown>,
  things: OpenThings,
): Promise<Flame | { readonly why: string }> {
  const { rows } = await pool.query<{ pid: number }>(
    "select pid from pg_stat_activity where usename = 'samband_app'",
  );
  const folder = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  things.add(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'perf.data');
  const args = [
    'record',
    `--freq=${samplesPerSecond}`,
    `--call-graph=dwarf,${stack}`,
    `--output=${file}`,
    `--pid=${rows.map(({ pid }) => pid).join(',')}`,
  ];
  const recording = spawn('perf', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  things.add(() => recording.kill());
  let why = '';
  recording.stderr.on('data', (text) => (why += String(text)));
  const ended = once(recording, 'close').catch((error) => (why = String(error)));
  await during();
  recording.kill('SIGINT');
  await ended;
  const { output } = await run('perf', ['script', `--input=${file}`, '--fields=comm,ip,sym']);
  return flameOf(output) ?? { why: why.trim() };
}

/** Samples as `perf script` tells them: a paragraph each, the innermost function first. */
function flameOf(told: string): Flame | null {
  const root: Growing = { weight: 0, called: new Map() };
  for (const sample of told.split('\n\n')) {
    const names = sample.split('\n').flatMap((line) => /^\s+[0-9a-f]+ (.+)$/.exec(line)?.[1] ?? []);
    const outermost = names.indexOf('PostgresMain');
    let place = root;
    if (names.length) root.weight += 1;
    for (const name of names.slice(0, outermost + 1 || undefined).toReversed()) {
      const next = place.called.get(name) ?? { weight: 0, called: new Map() };
      next.weight += 1;
      place.called.set(name, next);
      place = next;
    }
  }
  return root.weight > 0 ? grown('PostgreSQL', root) : null;
}

interface Growing {
  weight: number;
  readonly called: Map<string, Growing>;
}

const grown = (name: string, { weight, called }: Growing): Flame => ({
  name,
  weight,
  called: [...called].map(([it, below]) => grown(it, below)),
});
