import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { LaunchProblem } from './LaunchProblem.ts';
import type { PostgresPlace } from './postgresPlace.ts';
import { environment, type PostgresSettings } from './postgresSettings.ts';
import { damaged, postgresTrouble, wrongVersion } from './postgresTrouble.ts';

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
  const { data, link, version } = place;
  if (existsSync(data) && readdirSync(data).length > 0) {
    const told = join(data, 'PG_VERSION');
    if (!existsSync(told)) throw damaged(data, place.log);
    const found = readFileSync(told, 'utf8').trim();
    if (found !== version.major)
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
  { binaries, account, log, version }: PostgresPlace,
  folder: string,
  settings: PostgresSettings,
): void {
  const common = [
    `--pgdata=${folder}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    ...version.letters,
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
