import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { LaunchProblem } from './LaunchProblem.ts';
import type { PostgresPlace } from './postgresPlace.ts';
import { environment, type PostgresSettings, smallMachine } from './postgresSettings.ts';
import { postgresTrouble } from './postgresTrouble.ts';

const largestLog = 10 * 1024 * 1024;

/** What a running server says of itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** The server that postmaster.pid speaks of, if its process is alive. */
export function postmasterOf(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isPostgres(pid) || worksElsewhere(pid, data)) return null;
  return { pid, port, isReady: lines[7]?.trim() === 'ready' };
}

/** A number may have passed to some other program since, after a restart of the machine. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform === 'win32') return true;
  const command = existsSync('/proc/self/comm')
    ? read(`/proc/${pid}/comm`)
    : spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout;
  return command.includes('postgres');
}

/** A server works in its data folder, where the system lets us see it; also when the folder was moved since. */
function worksElsewhere(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(data);
  } catch {
    return false;
  }
}

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/**
 * Starts the server and waits until it takes connections.
 *
 * It leads a session of its own, so that Ctrl-C in the terminal reaches only us: we answer what is under way
 * first. After a crash it may have to read back its journal, which is waited for as long as it lives.
 */
export async function startPostmaster(
  place: PostgresPlace,
  settings: PostgresSettings,
  log: (line: string) => void,
  preferredPort?: number,
): Promise<Postmaster> {
  if (!postmasterOf(place.data)) rmSync(join(place.data, 'postmaster.pid'), { force: true });
  if (process.platform !== 'win32') chmodSync(place.data, 0o700);
  shortenLog(place.log);
  for (let tries = 0; ; tries += 1) {
    const port = preferredPort ?? (await freePort());
    const { postmaster, words } = await launch(
      place,
      { ...smallMachine, ...settings, port: String(port) },
      log,
    );
    if (postmaster) return postmaster;
    const trouble = postgresTrouble(words, place.data, place.log);
    if (trouble instanceof LaunchProblem) throw trouble;
    if (tries === 60) {
      throw new LaunchProblem(
        trouble === 'PORT_TAKEN'
          ? 'PostgreSQL found no free port on 127.0.0.1: stop some other program and start again.'
          : `An earlier PostgreSQL still works in ${place.data}: stop it, or restart the machine, and start again.`,
      );
    }
    await pause(200);
  }
}

async function launch(
  place: PostgresPlace,
  settings: PostgresSettings,
  log: (line: string) => void,
) {
  const before = existsSync(place.log) ? statSync(place.log).size : 0;
  const output = openSync(place.log, 'a', 0o600);
  const child = spawn(
    place.binaries.postgres,
    [
      '-D',
      place.data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...place.account,
      cwd: '/',
      env: environment,
      detached: true,
      stdio: ['ignore', output, output],
    },
  );
  closeSync(output);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    // Long after it has started, its folder may be gone before we hear that it has ended.
    child.once('exit', () =>
      resolve(existsSync(place.log) ? readFileSync(place.log).subarray(before).toString() : ''),
    );
    child.once('error', (error) => resolve(error.message));
  });
  const startedAt = Date.now();
  for (let told = 5; ;) {
    const words = await Promise.race([ended, pause(20)]);
    if (words !== undefined) return { postmaster: null, words };
    const postmaster = postmasterOf(place.data);
    if (postmaster?.pid === child.pid && postmaster?.isReady) return { postmaster, words: '' };
    if (Date.now() - startedAt > told * 1000) {
      log(`PostgreSQL is still putting its files in order after ${told} seconds`);
      told *= 2;
    }
  }
}

/** Ends the server's clients and stops it. Resolves when its files are closed. */
export async function stopPostmaster({
  binaries,
  account,
  data,
  log,
}: PostgresPlace): Promise<void> {
  const output = openSync(log, 'a', 0o600);
  const stopping = spawn(binaries.ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s'], {
    ...account,
    cwd: '/',
    env: environment,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await new Promise((resolve) => stopping.once('close', resolve).once('error', resolve));
}

/** A port nobody uses. Another program may take it before PostgreSQL does; then we ask again. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function shortenLog(log: string): void {
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
}
