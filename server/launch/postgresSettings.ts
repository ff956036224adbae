import { totalmem } from 'node:os';

/** PostgreSQL's settings, by name. */
export type PostgresSettings = Readonly<Record<string, string>>;

const megabyte = 2 ** 20;
/** What is asked for again and again fits in it, at least its indexes: a sixteenth of the memory, and no more than a gigabyte. */
const cache = Math.round(Math.min(Math.max(totalmem() / 16 / megabyte, 128), 1024));

/** Right for a laptop or a small server beside a web server and a browser. */
export const smallMachine: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: `${cache}MB`,
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // Nobody follows the journal, so an index that is built in one piece is not written into it as well.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // A page is written to the journal whole when it is first touched after a checkpoint: the fewer of these in a load, the less is written.
  max_wal_size: '2GB',
  wal_buffers: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/** PostgreSQL must not inherit a stranger's PGHOST or locale. */
export const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
