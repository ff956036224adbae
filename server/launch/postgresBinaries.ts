import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { LaunchProblem } from './LaunchProblem.ts';
import { type PostgresAccount, reaches } from './postgresAccount.ts';
import { type PostgresVersion, postgresPackage } from './postgresVersion.ts';

/** Where the programs of PostgreSQL are, in a place from which the account can run them. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly ctl: string;
  readonly postgres: string;
}

/**
 * Finds the binaries that npm brought.
 *
 * npm may have blocked the install script that makes the libraries' short names, so they are made
 * here. Where the account cannot get at node_modules (a clone in root's own home), or we may not write
 * there, a copy is kept under `store`.
 */
export function postgresBinaries(
  account: PostgresAccount,
  store: string,
  { broughtTo }: PostgresVersion,
): PostgresBinaries {
  const { root, version } = installed(broughtTo);
  const copy = join(store, `postgresql-${version}`);
  if (!existsSync(copy) && reaches(account, join(root, 'native', 'bin')) && hydrate(root)) {
    const found = programsIn(root);
    if (runs(found, account)) return found;
  }
  if (!existsSync(copy)) {
    const half = `${copy}.new-${process.pid}`;
    mkdirSync(half, { recursive: true });
    cpSync(join(root, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    openForAll(half);
    hydrate(half);
    renameSync(half, copy);
  }
  const copied = programsIn(copy);
  if (runs(copied, account)) return copied;
  rmSync(copy, { recursive: true, force: true });
  throw unusable();
}

function installed(broughtTo: string): { root: string; version: string } {
  try {
    const root = dirname(dirname(createRequire(broughtTo).resolve(postgresPackage)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { root, version };
  } catch {
    throw unusable();
  }
}

function programsIn(root: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [initdb = '', ctl = '', postgres = ''] = ['initdb', 'pg_ctl', 'postgres'].map((name) =>
    join(root, 'native', 'bin', name + suffix),
  );
  return { initdb, ctl, postgres };
}

const runs = ({ initdb, postgres }: PostgresBinaries, account: PostgresAccount) =>
  [initdb, postgres].every(
    (program) => spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0,
  );

/** Gives the libraries their short names. False where we may not write. */
function hydrate(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(root, target);
      if (!isThere(link)) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? hydrate(root) : false;
  }
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** npm under a strict umask leaves folders that only their owner enters; the copy is for the account. */
function openForAll(folder: string): void {
  if (process.platform === 'win32') return;
  chmodSync(folder, 0o755);
  spawnSync('chmod', ['-R', 'a+rX', folder]);
}

const unusable = () =>
  new LaunchProblem(
    `The PostgreSQL that comes with Samband does not run on this system (${process.platform} ${process.arch}): ` +
      'set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
