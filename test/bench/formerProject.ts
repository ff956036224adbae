import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';
import { type Project, projectIn, root, say } from './surroundings.ts';

/** A former commit of Samband, built. */
export interface FormerProject extends Project {
  /** Its short name. */
  readonly commit: string;
  /** Whose tables it works on: the same for all commits with the same migrations. */
  readonly tables: string;
  /** Whether those are ours, as our files are now. */
  readonly hasOurTables: boolean;
}

/**
 * Tidligere utgave. Checks a commit out into a folder of its own and builds it there; both go with the things, also when it is
 * stopped halfway. Our packages are lent to it where it asks for the same ones.
 */
export async function formerProject(
  ref: string,
  things: OpenThings,
  clone = root,
): Promise<FormerProject> {
  const git = (...args: string[]) => ran('git', args, clone, things);
  const known = await git('rev-parse', '--verify', '--quiet', '--short', `${ref}^{commit}`);
  if (known.code !== 0) throw new LaunchProblem(`"${ref}" is no commit of this clone.`);
  const commit = known.output.trim();
  const folder = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  things.add(async () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    await ran('git', ['worktree', 'prune'], clone);
  });
  await refuse(git('worktree', 'add', '--detach', folder, commit), 'checked out', commit);
  const lockIn = (project: string) => readFileSync(join(project, 'package-lock.json'), 'utf8');
  if (lockIn(folder) === lockIn(clone)) {
    symlinkSync(join(clone, 'node_modules'), join(folder, 'node_modules'), 'junction');
  }
  say(`Building ${commit} …`);
  const building = ran(process.execPath, ['server/launch/launch.mjs', 'build'], folder, things);
  await refuse(building, 'built', commit);
  const tables = await git('rev-parse', '--short', `${commit}:schema/migrations`);
  const changes = await git(
    'diff',
    '--quiet',
    commit,
    '--',
    'schema/migrations',
    ':(glob)seeds/**/*.csv',
  );
  return {
    ...projectIn(folder),
    commit,
    tables: tables.output.trim(),
    hasOurTables: changes.code === 0,
  };
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

async function refuse(running: Promise<Ran>, what: string, commit: string): Promise<void> {
  const { code, output } = await running;
  if (code !== 0) throw new LaunchProblem(`${commit} could not be ${what}:\n${output.trim()}`);
}

/** Runs a program to its end, or until the things are closed: then with all that it has started. */
async function ran(
  program: string,
  args: readonly string[],
  cwd: string,
  things?: OpenThings,
): Promise<Ran> {
  const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close') as Promise<[number | null]>;
  things?.add(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid!, 'SIGTERM');
    await closed;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => (output = `${output}${text}`.slice(-4_000)));
  }
  const [code] = await closed;
  return { code, output };
}
