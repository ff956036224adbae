import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { LaunchProblem } from './LaunchProblem.ts';
import { type PostgresAccount, postgresAccount, reaches } from './postgresAccount.ts';
import { type PostgresBinaries, postgresBinaries } from './postgresBinaries.ts';
import type { PostgresVersion } from './postgresVersion.ts';

/** Everything that is decided about where an embedded database lives and who runs it. */
export interface PostgresPlace {
  readonly version: PostgresVersion;
  readonly account: PostgresAccount;
  readonly binaries: PostgresBinaries;
  /** PostgreSQL's own folder. Made only when it is complete. */
  readonly data: string;
  /** The name by which `data` goes in Samband's data folder; the same, or a link to it. */
  readonly link: string;
  readonly password: string;
  readonly log: string;
}

/** Where root keeps what the user that PostgreSQL runs as could not reach in the data folder. */
const rootStore = '/var/lib/samband';

/** Makes the data folder if need be, and says in one sentence why it cannot be used. */
export function dataFolder(dataDir: string): string {
  const folder = resolve(dataDir);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    return realpathSync(folder);
  } catch (error) {
    throw new LaunchProblem(
      `The data folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}): ` +
        'set SAMBAND_DATA_DIR to a folder that you may write in.',
      { cause: error },
    );
  }
}

/** To be asked with the lock held: it may choose a new place for the data. */
export function postgresPlace(folder: string, version: PostgresVersion): PostgresPlace {
  const link = join(folder, 'postgres');
  const existing = lstatSync(link, { throwIfNoEntry: false });
  if (existing?.isSymbolicLink() && !existsSync(link)) {
    throw new LaunchProblem(
      `The database that ${link} points to is gone: bring it back, or remove the link to start with an empty register.`,
    );
  }
  const account = ownerOf(link) ?? postgresAccount();
  const data = existing ? realpathSync(link) : join(storeFor(account, folder), 'postgres');
  return {
    version,
    account,
    link,
    data,
    binaries: postgresBinaries(account, dirname(data), version),
    password: join(folder, 'postgres.password'),
    log: join(folder, 'postgres.log'),
  };
}

/** A database made by an ordinary user stays that user's, also when root starts it. */
function ownerOf(link: string): PostgresAccount | null {
  if (process.getuid?.() !== 0 || !existsSync(link)) return null;
  const { uid, gid } = statSync(link);
  return uid === 0 ? null : { uid, gid };
}

const storeFor = (account: PostgresAccount, folder: string) =>
  reaches(account, folder) ? folder : freeStore(folder);

/**
 * The first place for this data folder in which no database lies.
 *
 * Who removes the data folder wants an empty register; the old one is left where it was, under the name
 * before.
 */
function freeStore(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  try {
    for (let number = 1; ; number += 1) {
      const store = join(rootStore, number === 1 ? name : `${name}-${number}`);
      mkdirSync(store, { recursive: true, mode: 0o711 });
      if (!readdirSync(store).includes('postgres')) return store;
    }
  } catch (error) {
    throw new LaunchProblem(
      `PostgreSQL does not run as root, its user cannot reach ${folder}, and ${rootStore} cannot be made ` +
        `(${basename(String((error as NodeJS.ErrnoException).code))}): ` +
        'set SAMBAND_DATA_DIR to a folder that everybody may enter.',
      { cause: error },
    );
  }
}
