import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import pg from 'pg';

import { entities } from '#schema/entities.ts';
import { ChangeLogSubscriber } from './common/ChangeLogSubscriber.ts';
import { RowClient } from './common/RowClient.ts';
import { DirectorySubscriber } from './directory/DirectorySubscriber.ts';
import { NotFound } from './problems.ts';

/** Where rows are: one pool of connections, shared by the planner (reads) and the unit of work (writes). */
export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly orm: MikroORM;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize?: number;
}

/** PostgreSQL's date, timestamps and interval, and lists of them: kept as the text they are. */
const textual = new Set([1082, 1114, 1184, 1186]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    textual.has(oid)
      ? (text: string) => text
      : (pg.types.getTypeParser(oid, format as 'text') as never),
};

/** A pool that gives up in time: nobody waits for a lock, a statement or a connection for ever. */
export function openPool({ url, poolSize = 8 }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    Client: RowClient,
    types,
    // Statements that are asked at once are sent at once, each with its own end: none waits for the answer of another.
    pipeline: true,
    // A prepared statement is planned once. Left to choose, PostgreSQL plans one that takes a list anew each time, for longer than it runs.
    options: '-c plan_cache_mode=force_generic_plan',
    application_name: 'samband',
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // A connection that the database drops while nobody uses it is simply gone; without a listener it would end the process.
  pool.on('error', () => {});
  // One that it drops while somebody uses it fails that one's statement, and nobody else's.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** What MikroORM needs to know, whichever connections it is given. */
export const ormOptions = (pool: pg.Pool): Options => ({
  entities: [...entities],
  subscribers: [new ChangeLogSubscriber(), new DirectorySubscriber()],
  driverOptions: new PostgresDialect({ pool }),
  // The pool knows where it is; MikroORM is not to look for a database of this name, or make one.
  dbName: 'of the pool',
  ensureDatabase: false,
  findOneOrFailHandler: (entityName) => new NotFound(entityName),
  schemaGenerator: { ignoreSchema: ['graphile_worker'] },
});

/** Opens the database for the application's own role. Connects at the first statement. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = openPool(options);
  const orm = await MikroORM.init(ormOptions(pool));
  return {
    url: options.url,
    pool,
    orm,
    async close() {
      await orm.close(true);
      if (!pool.ended) await pool.end();
    },
  };
}
