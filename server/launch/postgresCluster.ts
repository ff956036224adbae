import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { LaunchProblem } from './LaunchProblem.ts';
import type { PostgresPlace } from './postgresPlace.ts';
import { damaged, postgresTrouble, wrongVersion } from './postgresTrouble.ts';

/** PostgreSQL's settings, by name. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** Right for a laptop or a small server beside a web server and a browser. */
const smallMachine: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

const majorVersion = '18';
const largestLog = 10 * 1024 * 1024;

/** PostgreSQL must not inherit a stranger's PGHOST or locale. */
const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** What a running server says of itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/**
 * Makes the data folder unless it is there.
 *
 * It is made under another name and renamed when it is whole, so a half-made one is never mistaken for a
 * database. A folder that holds anything is never removed.
 */
export function ensureCluster(
  place: PostgresPlace,
  settings: PostgresSettings,
  log: (line: string) => void,
): void {
  const { data, link } = place;
  if (existsSync(data) && readdirSync(data).length > 0) {
    const version = join(data, 'PG_VERSION');
    if (!existsSync(version)) throw damaged(data, place.log);
    const found = readFileSync(version, 'utf8').trim();
    if (found !== majorVersion)
      throw wrongVersion(data, /^\d+$/.test(found) ? found : 'an unknown version');
    return;
  }
  log('Making an empty database, once');
  forgetHalfMade(data);
  const half = `${data}.new-${process.pid}`;
  try {
    mkdirSync(half, { mode: 0o700 });
    if (place.account.uid !== undefined) chownSync(half, place.account.uid, place.account.gid ?? 0);
    initialise(place, half, settings);
    writeFileSync(join(half, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
    rmSync(place.password, { force: true });
    ensurePassword(place, half);
    renameSync(half, data);
    if (link !== data) symlinkSync(data, link);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** Rubbish of an earlier process; with the lock held nobody else is making one. */
function forgetHalfMade(data: string): void {
  const started = `${basename(data)}.new-`;
  for (const name of readdirSync(dirname(data))) {
    if (name.startsWith(started))
      rmSync(join(dirname(data), name), { recursive: true, force: true });
  }
}

/**
 * Letters are sorted and folded by PostgreSQL's own C.UTF-8, the same on any machine. What trigrams take for
 * a letter still comes from the system, so the best it has is asked for first.
 */
function initialise(
  { binaries, account, log }: PostgresPlace,
  folder: string,
  settings: PostgresSettings,
): void {
  const common = [
    `--pgdata=${folder}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--lc-messages=C',
    '--data-checksums',
    '--no-instructions',
    ...(settings.fsync === 'off' ? ['--no-sync'] : []),
  ];
  let words = '';
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const made = spawnSync(binaries.initdb, [...common, `--lc-ctype=${letters}`], {
      ...account,
      cwd: '/',
      env: environment,
      encoding: 'utf8',
    });
    if (made.status === 0) return;
    words = made.stderr + (made.error ?? '');
    if (!/invalid locale name|locale settings/.test(words)) break;
  }
  const trouble = postgresTrouble(words, folder, log);
  throw trouble instanceof LaunchProblem
    ? trouble
    : new LaunchProblem(`No database could be made: ${words}`);
}

/** Gives the superuser a new random password when the file with the old one is missing. */
export function ensurePassword(place: PostgresPlace, data = place.data): void {
  if (existsSync(place.password)) return;
  const password = randomBytes(24).toString('base64url');
  const single = ['--single', '-D', data, '-c', 'log_min_messages=error', 'postgres'];
  const { status, stderr } = spawnSync(place.binaries.postgres, single, {
    ...place.account,
    cwd: '/',
    env: environment,
    encoding: 'utf8',
    input: `alter role postgres password '${password}'\n`,
  });
  if (status !== 0) {
    const trouble = postgresTrouble(stderr, data, place.log);
    throw trouble instanceof LaunchProblem ? trouble : damaged(data, place.log);
  }
  writeFileSync(place.password, password, { mode: 0o600 });
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
    child.once('exit', () => resolve(readFileSync(place.log).subarray(before).toString()));
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
