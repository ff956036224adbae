import { createHmac } from 'node:crypto';

import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

import { migrations } from '#schema/migrations/migrations.ts';
import { handOverJobs, migrateJobs } from './common/job/migrateJobs.ts';
import { mendLoad } from './launch/largeLoad.ts';

const oldest = 150_000;
const role = 'samband_app';
const table = 'samband_migration';
/** Any number will do, as long as everyone who migrates takes the same. */
const lock = 5_316_001;

/** A database that this version of Samband can't work with. The message is for the one who starts it. */
export class UnusableDatabase extends Error {}

export interface Migrated {
  /** Where the application works from now on: the same database, as a role that can't alter tables. */
  readonly url: string;
  /** Names of the migrations that were run now. */
  readonly ran: readonly string[];
}

/**
 * Brings the tables up to date, then hands over to the application's own role, which reads and writes rows and nothing else.
 *
 * Safe to call from several servers at once: one migrates, the others wait. Throws `UnusableDatabase` for a PostgreSQL that is too
 * old, or tables that a newer version of Samband has made. What a large load that was cut short has left undone is done first.
 */
export async function migrate(
  url: string,
  secret: Uint8Array,
  say: (line: string) => void = () => {},
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await refuseOld(client);
    await mendLoad(client, say);
    const ran = await runMigrations(client, url);
    await migrateJobs(url);
    const password = createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
    await handOver(client, password);
    await handOverJobs(client, role);
    return { url: asRole(url, password), ran };
  } finally {
    await client.end();
  }
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  if (Number(rows[0]?.version) < oldest) {
    throw new UnusableDatabase(
      'The database is older than PostgreSQL 15. Use PostgreSQL 15 or newer.',
    );
  }
}

async function runMigrations(client: pg.Client, url: string): Promise<string[]> {
  const known = new Set(migrations.map(({ name }) => name));
  const { rows } = await client.query<{ exists: boolean }>(
    'select to_regclass($1) is not null as exists',
    [table],
  );
  if (rows[0]?.exists) {
    const done = await client.query<{ name: string }>(`select name from ${table}`);
    const unknown = done.rows.find(({ name }) => !known.has(name));
    if (unknown) {
      throw new UnusableDatabase(
        `The database was made by a newer version of Samband (it has ${unknown.name}). Start that version or newer, or use another database.`,
      );
    }
    if (done.rows.length === known.size) return [];
  }

  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      tableName: table,
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      silent: true,
    },
  });
  try {
    const ran = await orm.migrator.up();
    return ran.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

async function handOver(client: pg.Client, password: string): Promise<void> {
  // Whoever is no superuser may say nothing of these rights, not even that they are as they were.
  const { rows } = await client.query<{ excess: string }>(
    `select concat_ws(' ', case when rolsuper then 'nosuperuser' end, case when rolcreatedb then 'nocreatedb' end,
       case when rolcreaterole then 'nocreaterole' end) as excess
     from pg_roles where rolname = $1`,
    [role],
  );
  const verb = rows[0] ? 'alter' : 'create';
  await client.query(
    `${verb} role ${role} login ${rows[0]?.excess ?? ''} password ${client.escapeLiteral(password)}`,
  );
  await client.query(`
    revoke create on schema public from public;
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage, select on all sequences in schema public to ${role};
    grant execute on all functions in schema public to ${role};
    revoke insert, update, delete, truncate on ${table} from ${role};
    revoke delete on staff_user, api_token, crisis, break_glass, export from ${role};
    revoke update, delete on consent from ${role};
    grant update (version, person_id, withdrawn_at, withdrawn_by) on consent to ${role};
    revoke update, delete on change from ${role};
    revoke update, delete on verification from ${role};
    grant update (organisation_id, person_id) on verification to ${role};
    revoke insert, update, delete on read_log, read_log_batch from ${role};
    revoke delete on person_key from ${role};
    revoke delete on register_proposal from ${role};
  `);
  // Its months are read through it.
  await client.query(`do $$ declare month regclass; begin
    for month in select inhrelid from pg_inherits where inhparent = 'read_log'::regclass loop
      execute format('revoke all on %s from ${role}', month);
    end loop;
  end $$`);
}

function asRole(url: string, password: string): string {
  const own = new URL(url);
  own.username = role;
  own.password = password;
  return own.href;
}
