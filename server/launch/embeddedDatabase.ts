import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { LaunchProblem } from './LaunchProblem.ts';
import { withLock } from './lock.mjs';
import { ensureCluster, ensurePassword } from './postgresCluster.ts';
import { dataFolder, type PostgresPlace, postgresPlace } from './postgresPlace.ts';
import type { PostgresSettings } from './postgresSettings.ts';
import { type PostgresVersion, postgres18 } from './postgresVersion.ts';
import { postmasterOf, startPostmaster, stopPostmaster } from './postmaster.ts';

/** A database of our own that runs as long as anybody has it open. */
export interface EmbeddedDatabase {
  /** For the superuser, who may alter tables. */
  readonly url: string;
  /** The last one out stops the server. */
  release(): Promise<void>;
}

/** Where the data is kept, who hears about what takes time, and what differs from the usual settings. */
export interface EmbeddedDatabaseOptions {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  readonly settings?: PostgresSettings;
  readonly version?: PostgresVersion;
}

/** The number of the lock that everybody who has the database open shares. Chosen once, never changed. */
const openLock = 72_622_263;
const databaseName = 'samband';

/**
 * Innebygd database. PostgreSQL 18 from npm, in the data folder, reached on 127.0.0.1 alone.
 *
 * Who comes second (another start, the command line, a test) attaches to the server that runs. Everybody who has it
 * open holds a connection with a shared lock; who lets go and then gets the lock alone was the last,
 * and stops the server. Opening and stopping wait for each other. A server whose opener was killed lives on and
 * is taken over by the next; a server that was killed is started again, also under those who have it open.
 */
export async function openEmbeddedDatabase({
  dataDir,
  log = () => undefined,
  settings = {},
  version = postgres18,
}: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const folder = dataFolder(dataDir);
  let isReleased = false;
  let gate: pg.Client;
  let port: number;

  const open = (wanted?: number) =>
    alone(folder, log, async () => {
      if (isReleased) return;
      gate = await enter(postgresPlace(folder, version), settings, log, wanted);
      gate.once('end', () => void reopen());
      port = gate.port;
    });

  /** The server went away under us: bring it back where its clients look for it. */
  const reopen = async () => {
    for (let tries = 1; !isReleased; tries += 1) {
      try {
        log('The database went away and is started again');
        return await open(port);
      } catch (error) {
        if (tries === 10)
          return log(`The database does not come back: ${(error as Error).message}`);
        await pause(500 * tries);
      }
    }
  };

  const letGo = async () => {
    if (await leave(gate)) await stopPostmaster(postgresPlace(folder, version));
  };

  const release = async () => {
    isReleased = true;
    try {
      await withLock(lockOf(folder), letGo);
    } catch (error) {
      // On a full disk there is no room for a lock, and all the more reason to stop.
      if (!isDiskFull(error)) throw foreseen(error, folder);
      await letGo();
    }
  };

  await open();
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8');
  let releasing: Promise<void> | undefined;
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port!}/${databaseName}`,
    release: () => (releasing ??= release()),
  };
}

/** Says why the lock cannot be had, instead of a code from the system. */
async function alone<T>(
  folder: string,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await withLock(lockOf(folder), work, (holder) =>
      log(`Waiting for another Samband (process ${holder}) to be done with the database`),
    );
  } catch (error) {
    throw foreseen(error, folder);
  }
}

const lockOf = (folder: string) => join(folder, 'postgres.lock');

const isDiskFull = (error: unknown) =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

function foreseen(error: unknown, folder: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new LaunchProblem(
        `The disk that holds ${folder} is full: free some space and start again.`,
        {
          cause: error,
        },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new LaunchProblem(
        `You may not write in the data folder ${folder}: start as the user who owns it, or set SAMBAND_DATA_DIR to another.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** Starts the server unless it runs, and returns the connection that keeps it running. */
async function enter(
  place: PostgresPlace,
  settings: PostgresSettings,
  log: (line: string) => void,
  port?: number,
): Promise<pg.Client> {
  ensureCluster(place, settings, log);
  const client = (await attach(place)) ?? (await begin(place, settings, log, port));
  await client.query('select pg_advisory_lock_shared($1)', [openLock]);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [
    databaseName,
  ]);
  if (!rowCount) await client.query(`create database ${databaseName}`);
  return client;
}

async function begin(
  place: PostgresPlace,
  settings: PostgresSettings,
  log: (line: string) => void,
  port?: number,
): Promise<pg.Client> {
  ensurePassword(place);
  const postmaster = await startPostmaster(place, settings, log, port);
  return connect(place, postmaster.port);
}

/** A connection to the server that runs on our folder already, if one does. */
async function attach(place: PostgresPlace): Promise<pg.Client | null> {
  for (let tries = 0; ; tries += 1) {
    const postmaster = postmasterOf(place.data);
    if (!postmaster) return null;
    try {
      const client = await connect(place, postmaster.port);
      const isOurs = await worksIn(place.data, client).catch(async (error: unknown) => {
        await client.end();
        throw error;
      });
      if (isOurs) return client;
      await client.end();
      rmSync(join(place.data, 'postmaster.pid'), { force: true });
      return null;
    } catch (error) {
      if (error instanceof LaunchProblem) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        // The file with the password is gone. Only a stopped server can be given a new one.
        await stopPostmaster(place);
      } else if (tries === 150) {
        throw new LaunchProblem(
          `A PostgreSQL runs in ${place.data} but does not answer (${(error as Error).message}): stop its process ${postmaster.pid} and start again.`,
          { cause: error },
        );
      }
    }
    await pause(200);
  }
}

async function connect({ password }: PostgresPlace, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: readFileSync(password, 'utf8'),
    database: 'postgres',
    application_name: 'samband: keeps the database open',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '28P01') throw error;
    throw new LaunchProblem(
      `The password in ${password} is not the database's: remove that file and start again, and a new one is made.`,
      { cause: error },
    );
  }
}

/**
 * Whether the server on the other end works in this very folder.
 *
 * A copy of a folder whose server ran has a postmaster.pid that points to the original.
 */
async function worksIn(data: string, client: pg.Client): Promise<boolean> {
  const token = randomUUID();
  const name = `samband.${token}`;
  writeFileSync(join(data, name), token, { mode: 0o644 });
  try {
    const { rows } = await client.query<{ found: string | null }>(
      'select pg_read_file($1, 0, 100, true) as found',
      [name],
    );
    return rows[0]?.found === token;
  } finally {
    rmSync(join(data, name), { force: true });
  }
}

/** Lets go, and says whether nobody else has the database open. */
async function leave(gate: pg.Client): Promise<boolean> {
  try {
    await gate.query('select pg_advisory_unlock_shared($1)', [openLock]);
    const { rows } = await gate.query<{ last: boolean }>(
      'select pg_try_advisory_lock($1) as last',
      [openLock],
    );
    return rows[0]?.last === true;
  } catch {
    return false;
  } finally {
    await gate.end().catch(() => undefined);
  }
}
