import { createHash } from 'node:crypto';

import pg from 'pg';
import { inject } from 'vitest';

import { SyntheticIds } from '#seeds/synthetic/SyntheticIds.ts';
import { synthesise, type Synthesis } from '#server/launch/synthesise.ts';
import type { Database } from '#server/orm.ts';
import { inDatabase, testSecret } from '#test/support/database.ts';
import { cloneOf, personalKey } from '#test/support/world.ts';

const records = [
  'organisation',
  'organisation_name',
  'organisation_contact_point',
  'organisation_source',
  'person',
  'person_language',
  'person_contact_point',
  'person_source',
  'affiliation',
  'directory_entry',
];

const dictionary = ['directory_word', 'directory_deletion'];

/** A register with terms and nothing else, and its owner's way in. */
export class Register implements AsyncDisposable {
  /** One that waits as long as it takes: the questions of a test go through whole tables. */
  readonly #pool: pg.Pool;

  private constructor(
    readonly database: Database,
    readonly ownerUrl: string,
  ) {
    this.#pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  }

  static async open(): Promise<Register> {
    const database = await cloneOf(inject('templateUrl'));
    const { rows } = await database.pool.query<{ name: string }>(
      'select current_database() as name',
    );
    return new Register(database, inDatabase(inject('clusterUrl'), rows[0]!.name));
  }

  make(
    organisations: number,
    {
      seed = 'samband',
      ownerUrl = this.ownerUrl,
      ...rest
    }: Partial<Synthesis> & { ownerUrl?: string } = {},
  ): Promise<number> {
    return synthesise({ ownerUrl, secret: testSecret }, { organisations, seed, ...rest }, () => {});
  }

  async rows<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.#pool.query<Row>(sql)).rows;
  }

  async figure(sql: string): Promise<number> {
    return Number(Object.values((await this.rows(sql))[0]!)[0]);
  }

  /** Everything that it says, as one hash for each table. What is sealed counts as what it says, for the seal is another each time. */
  content(): Promise<Record<string, string>> {
    return this.#hashes([...records, ...dictionary], 'true');
  }

  /** The same of the records that were synthesised, where there are others. */
  synthesised(): Promise<Record<string, string>> {
    return this.#hashes(records, SyntheticIds.isOne('id'));
  }

  async #hashes(tables: readonly string[], where: string): Promise<Record<string, string>> {
    const content: Record<string, string> = {};
    for (const table of tables) {
      const [row] = await this.rows<{ hash: string }>(
        `select md5(coalesce(string_agg((to_jsonb(t) - 'sealed_value')::text, ' ' order by t::text collate "C"), '')) as hash
         from (select * from ${table} where ${where}) as t`,
      );
      content[table] = row!.hash;
    }
    const hash = createHash('sha256');
    for (const value of await this.sealed({ where })) hash.update(value);
    return { ...content, sealed: hash.digest('hex') };
  }

  /** What is sealed, opened. */
  async sealed({ channels = null as readonly string[] | null, where = 'true' } = {}): Promise<
    string[]
  > {
    const { rows } = await this.#pool.query<{ id: string; sealed: Buffer }>(
      `select id, sealed_value as sealed from person_contact_point
       where ($1::text[] is null or channel = any ($1)) and ${where} order by id`,
      [channels],
    );
    return rows.map(({ id, sealed }) => personalKey.open(sealed, id));
  }

  indexes(): Promise<object[]> {
    return this.rows('select indexname, indexdef from pg_indexes order by indexname');
  }

  /** Words that the dictionary counts otherwise than the entries use them. */
  miscounted(): Promise<object[]> {
    return this.rows(`
      with used as (
        select word, count(distinct id)::integer as uses
        from (
          select id, regexp_replace(lexeme, '^S:', '') as word
          from directory_entry, unnest(tsvector_to_array(lexemes)) as lexeme where lexeme !~ '^[A-RT-Z]:'
        ) as it group by word
      )
      select word, used.uses, known.uses as counted from used full join directory_word as known using (word)
      where used.uses is distinct from known.uses`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.end();
    await this.database.close();
  }
}
