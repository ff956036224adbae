import pg from 'pg';

import { countHeldWords, holdWords } from '#server/directory/pendingWords.ts';

/** Any number will do, as long as every large load takes the same. */
const lock = 5_316_003;
const schema = 'samband_load';

/** Who hears what takes time. */
type Say = (line: string) => void;

/**
 * Storinnlasting. A load that adds so much that indexes are cheaper to build anew than to keep up.
 *
 * What is owed (indexes that were set aside, words that are not counted yet) stands in a schema of its own, which only the owner of the
 * tables sees, until it is settled: by the load itself, or where that was cut short by the next load or the next start.
 */
export class LargeLoad {
  private constructor(readonly client: pg.Client) {}

  /** Null while another one is under way. */
  static async begin(url: string): Promise<LargeLoad | null> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    const { rows } = await client.query<{ isOurs: boolean }>(
      'select pg_try_advisory_lock($1) as "isOurs"',
      [lock],
    );
    if (rows[0]?.isOurs) return new LargeLoad(client);
    await client.end();
    return null;
  }

  /** Settles what an earlier load owes. */
  static async mend(url: string, say: Say): Promise<void> {
    const load = await LargeLoad.begin(url);
    // Whoever has it will settle it.
    if (!load) return;
    try {
      if (await owes(load.client)) {
        say('A large load was cut short: counting its words and building its indexes');
        await load.settle([]);
      }
    } finally {
      await load.end();
    }
  }

  /** From here on words may be noted. */
  async open(): Promise<void> {
    await this.client.query(`create schema if not exists ${schema}`);
    await this.client.query(
      `create table if not exists ${schema}.index_set_aside (definition text primary key)`,
    );
    await holdWords(this.client);
  }

  /** Takes away the indexes of these tables but those that keep a promise, and notes how they are made. */
  async setAside(tables: readonly string[]): Promise<void> {
    const { client } = this;
    await client.query('begin');
    try {
      await client.query("set local lock_timeout = '10s'");
      const { rows } = await client.query<{ name: string }>(
        `with noted as (
           insert into ${schema}.index_set_aside
           select pg_get_indexdef(indexrelid) from pg_index
           where indrelid = any($1::regclass[]) and not indisunique and not indisexclusion
         )
         select indexrelid::regclass::text as name from pg_index
         where indrelid = any($1::regclass[]) and not indisunique and not indisexclusion`,
        [tables],
      );
      for (const { name } of rows) await client.query(`drop index ${name}`);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Pays what is owed, each index for itself, so that whoever is stopped goes on where it was. */
  async settle(filled: readonly string[]): Promise<void> {
    const { client } = this;
    await countHeldWords(client);
    await client.query("set maintenance_work_mem = '512MB'");
    const { rows } = await client.query<{ definition: string }>(
      `select definition from ${schema}.index_set_aside order by definition`,
    );
    for (const { definition } of rows) {
      await client.query('begin');
      await client.query(definition);
      await client.query(`delete from ${schema}.index_set_aside where definition = $1`, [
        definition,
      ]);
      await client.query('commit');
    }
    if (filled.length > 0) await client.query(`vacuum (analyze) ${filled.join(', ')}`);
    await client.query(`drop schema ${schema} cascade`);
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

async function owes(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
  return rowCount === 1;
}
