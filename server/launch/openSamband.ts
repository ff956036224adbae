import pg from 'pg';

import { PersonalKey } from '#schema/common/PersonalKey.ts';
import { migrations } from '#schema/migrations/migrations.ts';
import { LinkKey } from '#server/access/link/LinkKey.ts';
import { ReadLog } from '#server/access/ReadLog.ts';
import { Cursors } from '#server/common/cursor.ts';
import type { Configuration, GivenDatabase } from '#server/configuration.ts';
import type { Surroundings } from '#server/context.ts';
import { Backlog } from '#server/directory/Backlog.ts';
import { followersOf } from '#server/followers.ts';
import { migrate, UnusableDatabase } from '#server/migrate.ts';
import { type Database, openDatabase } from '#server/orm.ts';
import { readModelOf } from '#server/readModel.ts';
import { loadVocabulary } from '#server/vocabulary/loadVocabulary.ts';
import { openEmbeddedDatabase } from './embeddedDatabase.ts';
import { isUnsettled } from './largeLoad.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import type { OpenThings } from './OpenThings.ts';
import { personalSecret } from './personalSecret.ts';

/** The register, open: its database, and what it takes to read and write in it. */
export interface Samband {
  readonly database: Database;
  readonly secret: Uint8Array;
  readonly personalKey: PersonalKey;
  /** The same database for the role that may alter tables. */
  readonly ownerUrl: string;
  /** Names of the migrations that were run now. */
  readonly migrated: readonly string[];
}

/** Who hears about what takes time. */
export type Say = (line: string) => void;

/** Opens the register with its tables up to date. Whatever keeps it closed is one sentence. */
export async function openSamband(
  configuration: Configuration,
  things: OpenThings,
  say: Say,
): Promise<Samband> {
  const secret = personalSecret(configuration);
  const { url, ownerUrl, migrated } = await migratedDatabase(configuration, secret, things, say);
  const database = await openDatabase({ url });
  things.add(() => database.close());
  const personalKey = new PersonalKey(secret);
  await ensureRightKey(database.pool, personalKey, configuration);
  return { database, secret, personalKey, ownerUrl, migrated };
}

/** What every request shares. Read after the vocabularies are loaded. */
export async function surroundingsOf(
  { database, secret, personalKey }: Omit<Samband, 'ownerUrl'>,
  unforeseen: Surroundings['unforeseen'] = () => undefined,
  failed: (error: unknown) => void = () => undefined,
): Promise<Surroundings> {
  const metadata = database.orm.getMetadata();
  const vocabulary = await loadVocabulary(database.pool, metadata);
  return {
    database,
    readModel: readModelOf(metadata),
    vocabulary,
    followers: followersOf(vocabulary),
    backlog: new Backlog(database.pool),
    cursors: new Cursors(secret),
    personalKey,
    linkKey: new LinkKey(secret),
    readLog: new ReadLog(database.pool, failed),
    unforeseen,
  };
}

async function migratedDatabase(
  { database, dataDir }: Configuration,
  secret: Uint8Array,
  things: OpenThings,
  say: Say,
): Promise<Pick<Samband, 'ownerUrl' | 'migrated'> & { url: string }> {
  if (!database) {
    const embedded = await openEmbeddedDatabase({ dataDir, log: say });
    things.add(() => embedded.release());
    const { url, ran } = await migrate(embedded.url, secret, say).catch(asProblem);
    return { url, ownerUrl: embedded.url, migrated: ran };
  }
  if (database.migrateUrl) {
    await refuseOutdated(database);
    return { url: database.url, ownerUrl: database.migrateUrl, migrated: [] };
  }
  const { url, ran } = await migrate(database.url, secret, say).catch((error: unknown) => {
    throw whyNot(error, database.url, 'DATABASE_URL');
  });
  return { url, ownerUrl: database.url, migrated: ran };
}

const asProblem = (error: unknown): never => {
  throw error instanceof UnusableDatabase ? new LaunchProblem(error.message) : error;
};

/** Who gives the server a role that may not alter tables runs `migrate` by hand, before the new version starts. */
async function refuseOutdated({ url }: GivenDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select name from samband_migration');
    const done = new Set(rows.map(({ name }) => name));
    const known = new Set(migrations.map(({ name }) => name));
    const newer = [...done].find((name) => !known.has(name));
    if (newer) {
      throw new LaunchProblem(
        `The database was made by a newer version of Samband (it has ${newer}): start that version or newer, or use another database.`,
      );
    }
    if (done.size < known.size) throw notMigrated();
    if (await isUnsettled(client)) {
      throw new LaunchProblem(
        'A large load is under way or was cut short, and indexes are missing: when it is not, run "npm run samband -- migrate" with DATABASE_MIGRATE_URL, then start again.',
      );
    }
  } catch (error) {
    throw (error as pg.DatabaseError).code === '42P01'
      ? notMigrated()
      : whyNot(error, url, 'DATABASE_URL');
  } finally {
    await client.end().catch(() => undefined);
  }
}

const notMigrated = () =>
  new LaunchProblem(
    'The tables of the database are not up to date: run "npm run samband -- migrate" with DATABASE_MIGRATE_URL, then start again.',
  );

/** Why a given database cannot be used, without giving away its password. */
export function whyNot(error: unknown, given: string, setting: string): unknown {
  if (error instanceof LaunchProblem) return error;
  if (error instanceof UnusableDatabase) return new LaunchProblem(error.message);
  const { hostname, port, username, pathname } = new URL(given);
  const where = `${hostname || 'localhost'}:${port || 5432}`;
  const problem = (message: string) => new LaunchProblem(message, { cause: error });
  const { code, message } = error as Error & { code?: string };
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return problem(
        `No database answers at ${where}: start PostgreSQL there, or correct ${setting}.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problem(`There is no machine called ${hostname}: correct ${setting}.`);
    case '28P01':
    case '28000':
      return problem(
        `The database at ${where} does not let ${username || 'this user'} in: correct the user or the password in ${setting}.`,
      );
    case '3D000':
      return problem(
        `The database at ${where} has no ${decodeURIComponent(pathname.slice(1))}: make it with "create database", or correct ${setting}.`,
      );
    case '42501':
      return problem(
        `${username} may not make tables and roles in the database at ${where} (${message}): give a role that may, in DATABASE_MIGRATE_URL.`,
      );
    case '0A000':
      return problem(
        `The PostgreSQL at ${where} lacks something (${message}): install what comes with PostgreSQL beside the server, often called postgresql-contrib, and start again.`,
      );
    case '53100':
      return problem(
        `The disk of the database at ${where} is full: free some space and start again.`,
      );
    case '53300':
      return problem(
        `The database at ${where} has no connection free: try again, or raise its max_connections.`,
      );
    default:
      if (/timeout expired|Connection terminated|does not support SSL|certificate/.test(message)) {
        return problem(
          `The database at ${where} cannot be reached (${message}): correct ${setting}.`,
        );
      }
      return error;
  }
}

/** With a wrong key nothing sealed can be read, and new values would be sealed so that the old key does not open them. */
async function ensureRightKey(
  pool: pg.Pool,
  personalKey: PersonalKey,
  { key, dataDir }: Configuration,
): Promise<void> {
  const { rows } = await pool.query<{ id: string; sealed: Buffer }>(
    'select id, sealed_value as sealed from person_contact_point limit 1',
  );
  if (!rows[0]) return;
  try {
    personalKey.open(rows[0].sealed, rows[0].id);
  } catch (error) {
    throw new LaunchProblem(
      key
        ? 'SAMBAND_KEY is not the key that this register was sealed with: set it to the one that was.'
        : `The key in ${dataDir} is not the one that this register was sealed with: bring the right one back, or move ${dataDir} away to start with an empty register.`,
      { cause: error },
    );
  }
}
