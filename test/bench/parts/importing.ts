import pg from 'pg';

import { SyntheticSource } from '#seeds/synthetic/SyntheticSource.ts';
import { blockSize, syntheticBlock } from '#seeds/synthetic/syntheticBlock.ts';
import { type SyntheticRecord, syntheticTables } from '#seeds/synthetic/SyntheticSink.ts';
import { copyInto } from '#server/common/copyInto.ts';
import { type CopiedCell, CopyText } from '#server/common/CopyText.ts';
import { rowMade } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { DirectoryFilling } from '#server/directory/DirectoryFilling.ts';
import {
  addOrganisations,
  type NewOrganisation,
} from '#server/directory/import/addOrganisations.ts';
import { beginLoad, settleLoad } from '#server/launch/largeLoad.ts';
import { copyReady, type ReadyRows, readyRows } from '#test/bench/readyRows.ts';
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
  /** What an import writes of new organisations: their rows, what belongs to them, history, entries of the directory, words; beside COPY of all of it but the words. */
  readonly whole?: Imported;
  /** Records made searchable: folded, tagged, copied into the directory, their words counted. */
  readonly directory: Imported;
}

const columns = syntheticTables.organisation;
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
    const parentOf = await parents(client);
    await beginLoad(client, say);
    const ready = rowsAsText(rows);
    const entries = await readyEntries(client, records, parentOf);
    const organisations = asImported(records);
    const told = await readyWhole(client, register, organisations);
    const ways = {
      copy: () => copyInto(client, 'organisation', columns, ready),
      rowsOnly: () => copyInto(client, 'organisation', columns, rowsAsText(rows)),
      upsert: () => upsert(client, rows),
      copyEntries: () => copyInto(client, 'directory_entry', entries.columns, entries.pieces),
      directory: () => fill(client, records, parentOf),
      copyWhole: () => checked(client, () => copyReady(client, told)),
      whole: () => checked(client, () => importWhole(client, register, organisations)),
    };
    const rates: Record<keyof typeof ways, number[]> = {
      copy: [],
      rowsOnly: [],
      upsert: [],
      copyEntries: [],
      directory: [],
      copyWhole: [],
      whole: [],
    };
    for (let round = 0; round < rounds; round++) {
      for (const name of Object.keys(ways) as (keyof typeof ways)[]) {
        const count =
          name === 'copy' || name === 'rowsOnly' || name === 'upsert'
            ? rows.length
            : records.length;
        rates[name].push(count / (await takenBack(client, ways[name])));
      }
      // What was taken back lies in the tables until it is swept out, and slows down whoever comes next.
      await client.query(
        'vacuum organisation, organisation_contact_point, organisation_source, change, directory_entry, directory_word, directory_deletion',
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
      whole: beside('whole', 'copyWhole'),
    };
    for (const what of ['rowsOnly', 'upsert', 'directory', 'whole'] as const) {
      const { rate, copyRate, ratio } = measured[what];
      say(
        `import, ${what}: ${rate.toFixed(0)} rows/s, COPY ${copyRate.toFixed(0)}, ${ratio.toFixed(2)} ×`,
      );
    }
    await settleLoad(client, () => undefined);
    return measured;
  } finally {
    await client.end();
  }
}

function made({ surroundings, today }: Register) {
  const source = new SyntheticSource({ seed: 'bench', today }, surroundings.personalKey);
  const rows: (readonly CopiedCell[])[] = [];
  const records: SyntheticRecord[] = [];
  for (let block = firstBlock; block < firstBlock + blocks; block++) {
    syntheticBlock(
      source,
      { block, from: 0, until: blockSize },
      {
        row: (table, cells) => {
          if (table === 'organisation') rows.push(cells);
        },
        record: (record) => {
          if (record.kind !== null) records.push(record);
        },
      },
    );
  }
  return { rows, records };
}

function rowsAsText(rows: readonly (readonly CopiedCell[])[]): readonly Buffer[] {
  const text = new CopyText();
  for (const row of rows) text.add(row);
  return text.pieces();
}

type Parents = ReadonlyMap<number, number | null>;

async function fill(
  client: pg.Client,
  records: readonly SyntheticRecord[],
  parentOf: Parents,
): Promise<void> {
  const filling = new DirectoryFilling(parentOf);
  for (const record of records) filling.add(record);
  await filling.copy(client);
}

async function parents(client: pg.Client) {
  const { rows } = await client.query<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  return new Map(rows.map(({ number, parent }) => [number, parent]));
}

/** Seconds that it takes in a transaction, checks and all; what it did is undone. */
async function takenBack(client: pg.Client, work: () => Promise<unknown>): Promise<number> {
  await client.query('begin');
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  await client.query('rollback');
  return seconds;
}

/** The entries as COPY writes and reads them. */
async function readyEntries(
  client: pg.Client,
  records: readonly SyntheticRecord[],
  parentOf: Parents,
) {
  await client.query('begin');
  await fill(client, records, parentOf);
  const entries = await readyRows(client, 'directory_entry', writtenJustNow);
  await client.query('rollback');
  return entries;
}

/** With every promise of the tables kept, as for an import, and for whoever is compared with it. */
async function checked(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('set local session_replication_role = origin');
  await work();
}

const batchId = '00000000-0000-4000-8000-00000000ba7c';

/** New organisations as an import has planned them. */
const asImported = (records: readonly SyntheticRecord[]): NewOrganisation[] =>
  records.map(({ id, name, kind, number, languages, areas, topics, communities, contacts }) => {
    const fields = [
      ...rowMade(id, {
        name,
        kind,
        number,
        servedAreas: areas,
        languages: languages.map((it) => it.number),
        topics,
        communities,
      }),
      ...contacts.flatMap(({ channel, audience, value }, position) =>
        rowMade(crypto.randomUUID(), { channel, value, position, audience }, 'contactPoints'),
      ),
      ...rowMade(crypto.randomUUID(), { title: 'liste.csv' }, 'sources'),
    ];
    return { fields, told: JSON.stringify(fields) };
  });

const chunk = 2_000;

/** As `applyImport` writes them, chunk by chunk. */
async function importWhole(
  client: pg.Client,
  { surroundings }: Register,
  organisations: readonly NewOrganisation[],
): Promise<void> {
  const run: Run = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as Row[];
  const writer = { viewer: null, now: new Date(), requestId: 'bench' };
  const deed = { verb: 'applyImport', batchId };
  for (let at = 0; at < organisations.length; at += chunk) {
    const some = organisations.slice(at, at + chunk);
    await addOrganisations({ client, run }, writer, deed, surroundings.vocabulary, some);
  }
}

const imported =
  'organisation organisation_contact_point organisation_source change directory_entry'.split(' ');

/** By the transaction that is open. */
const writtenJustNow = 'xmin = pg_current_xact_id()::xid';

/** The rows that an import writes, as COPY writes and reads them. */
async function readyWhole(
  client: pg.Client,
  register: Register,
  organisations: readonly NewOrganisation[],
): Promise<ReadyRows[]> {
  await client.query('begin');
  await importWhole(client, register, organisations);
  const ready: ReadyRows[] = [];
  for (const table of imported) {
    ready.push(await readyRows(client, table, writtenJustNow));
  }
  await client.query('rollback');
  return ready;
}

const list = (names: readonly string[]) => names.map((it) => `"${it}"`).join(', ');

async function upsert(client: pg.Client, rows: readonly (readonly CopiedCell[])[]): Promise<void> {
  await client.query(
    `create temporary table arriving on commit drop as select ${list(columns)} from organisation with no data`,
  );
  await copyInto(client, 'arriving', columns, rowsAsText(rows));
  const others = columns.filter((column) => column !== 'id');
  await client.query(
    `insert into organisation (${list(columns)}) select ${list(columns)} from arriving
     on conflict (id) do update set ${others.map((it) => `"${it}" = excluded."${it}"`).join(', ')}`,
  );
}
