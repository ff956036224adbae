import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

import pg from 'pg';
import { from } from 'pg-copy-streams';

import { SyntheticSource } from '#seeds/synthetic/SyntheticSource.ts';
import { syntheticBlock } from '#seeds/synthetic/syntheticBlock.ts';
import { type SyntheticRecord, syntheticTables } from '#seeds/synthetic/SyntheticRows.ts';
import { type CopiedCell, copyRows } from '#server/common/copyRows.ts';
import { fillDirectory } from '#server/directory/fillDirectory.ts';
import type { Register } from '#test/bench/Register.ts';
import { median, medianRatio } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';

/** Rows a second, and how that compares with COPY of the same rows, ready as text, into the same table. */
interface Imported {
  readonly rate: number;
  readonly copyRate: number;
  readonly ratio: number;
}

export interface ImportMeasured {
  readonly rows: number;
  /** Rows made into text and copied into the table of organisations. */
  readonly rowsOnly: Imported;
  /** Copied beside it, and inserted from there where they are new, else updated. */
  readonly upsert: Imported;
  /** Records made searchable: folded, tagged, copied into the directory, their words counted. */
  readonly directory: Imported;
}

const blocks = 20;
/** Beyond every register that is measured: nobody has these identifiers or organisation numbers. */
const firstBlock = 4_000;

/** Import. Loads organisations that the register does not have, into its own tables with all their indexes, and takes them back. */
export async function measureImport(
  register: Register,
  { rounds }: { readonly rounds: number },
): Promise<ImportMeasured> {
  const client = new pg.Client({ connectionString: register.url });
  await client.connect();
  // As whoever loads much does: a foreign key looked up for each row would be all that one measures.
  await client.query('set session_replication_role = replica');
  try {
    const { rows, records } = made(register);
    const columns = syntheticTables.organisation;
    const parentOf = await parents(client);
    const text = await copyText(client, 'organisation', columns, () =>
      copyRows(client, 'organisation', columns, rows),
    );
    const entries = await copyText(client, 'directory_entry', entryColumns, () =>
      fillDirectory(client, records, parentOf),
    );
    const ways = {
      copy: () => copyReady(client, 'organisation', columns, text),
      rowsOnly: () => copyRows(client, 'organisation', columns, rows),
      upsert: () => upsert(client, columns, rows),
      copyEntries: () => copyReady(client, 'directory_entry', entryColumns, entries),
      directory: () => fillDirectory(client, records, parentOf),
    };
    const rates: Record<keyof typeof ways, number[]> = {
      copy: [],
      rowsOnly: [],
      upsert: [],
      copyEntries: [],
      directory: [],
    };
    for (let round = 0; round < rounds; round++) {
      for (const name of Object.keys(ways) as (keyof typeof ways)[]) {
        const count = name === 'copyEntries' || name === 'directory' ? records.length : rows.length;
        rates[name].push(count / (await takenBack(client, ways[name])));
      }
      // What was taken back lies in the tables until it is swept out, and slows down whoever comes next.
      await client.query(
        'vacuum organisation, directory_entry, directory_word, directory_deletion',
      );
    }
    const beside = (name: keyof typeof ways, copy: keyof typeof ways): Imported => ({
      rate: median(rates[name]),
      copyRate: median(rates[copy]),
      ratio: medianRatio(rates[name], rates[copy]),
    });
    const measured = {
      rows: rows.length,
      rowsOnly: beside('rowsOnly', 'copy'),
      upsert: beside('upsert', 'copy'),
      directory: beside('directory', 'copyEntries'),
    };
    for (const what of ['rowsOnly', 'upsert', 'directory'] as const) {
      const { rate, copyRate, ratio } = measured[what];
      say(
        `import, ${what}: ${rate.toFixed(0)} rows/s, COPY ${copyRate.toFixed(0)}, ${ratio.toFixed(2)} ×`,
      );
    }
    return measured;
  } finally {
    await client.end();
  }
}

function made({ surroundings, today }: Register) {
  const source = new SyntheticSource({ seed: 'bench', today }, surroundings.personalKey);
  const rows: CopiedCell[][] = [];
  const records: SyntheticRecord[] = [];
  for (let block = firstBlock; block < firstBlock + blocks; block++) {
    const made = syntheticBlock(source, block);
    rows.push(...made.tables.organisation);
    records.push(...made.records.filter(({ kind }) => kind !== null));
  }
  return { rows, records };
}

async function parents(client: pg.Client) {
  const { rows } = await client.query<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  return new Map(rows.map(({ number, parent }) => [number, parent]));
}

const entryColumns = [
  'id',
  'record',
  'kind',
  'name',
  'sort_name',
  'name_keys',
  'name_length',
  'aliases',
  'affiliations',
  'number',
  'names',
  'lexemes',
  'languages',
  'areas',
  'topics',
  'communities',
  'willingness',
  'phone_audiences',
  'reach_audiences',
  'verified_on',
  'verified_by',
  'closed_on',
] as const;

/** Seconds that it takes in a transaction, checks and all; what it did is undone. */
async function takenBack(client: pg.Client, work: () => Promise<unknown>): Promise<number> {
  await client.query('begin');
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  await client.query('rollback');
  return seconds;
}

/** What is in the table after the work and was not before, as COPY writes and reads it. */
async function copyText(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  work: () => Promise<unknown>,
): Promise<Buffer> {
  await client.query('begin');
  await work();
  const { to } = await import('pg-copy-streams');
  const pieces: Buffer[] = [];
  const copying = client.query(
    to(
      `copy (select ${list(columns)} from ${table} where xmin = pg_current_xact_id()::xid) to stdout`,
    ),
  );
  for await (const piece of copying) pieces.push(piece as Buffer);
  await client.query('rollback');
  return Buffer.concat(pieces);
}

const list = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

async function copyReady(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  text: Buffer,
): Promise<void> {
  const copying = client.query(from(`copy ${table} (${list(columns)}) from stdin`));
  await pipeline(Readable.from([text]), copying);
}

async function upsert(
  client: pg.Client,
  columns: readonly string[],
  rows: readonly (readonly CopiedCell[])[],
): Promise<void> {
  await client.query(
    'create temporary table arriving on commit drop as select * from organisation with no data',
  );
  await copyRows(client, 'arriving', columns, rows);
  const others = columns.filter((column) => column !== 'id');
  await client.query(
    `insert into organisation (${list(columns)}) select ${list(columns)} from arriving
     on conflict (id) do update set ${others.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`,
  );
}
