import pg from 'pg';

import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { World } from '#seeds/common/World.ts';
import { blockSize, syntheticBlock } from '#seeds/synthetic/syntheticBlock.ts';
import { SyntheticIds } from '#seeds/synthetic/SyntheticIds.ts';
import { syntheticTables, type SyntheticTable } from '#seeds/synthetic/SyntheticRows.ts';
import { SyntheticSource } from '#seeds/synthetic/SyntheticSource.ts';
import { copyRows } from '#server/common/copyRows.ts';
import { fillDirectory } from '#server/directory/fillDirectory.ts';

/** A stretch of the register that is missing: a block, from one place until before another. */
interface Stretch {
  readonly block: number;
  readonly from: number;
  readonly until: number;
}

export interface Synthesis extends World {
  readonly organisations: number;
  readonly key: PersonalKey;
  readonly url: string;
  readonly lanes?: number;
  readonly onProgress?: (done: number, all: number) => void;
}

export async function synthesise({
  organisations,
  key,
  url,
  lanes = 3,
  onProgress = () => {},
  ...world
}: Synthesis): Promise<number> {
  const ids = new SyntheticIds(world.seed);
  const open = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    return client;
  };
  const first = await open();
  const missing = await missingStretches(first, ids, organisations);
  const all = missing.reduce((sum, { from, until }) => sum + until - from, 0);
  if (all === 0) {
    await first.end();
    return 0;
  }
  const { rows: areas } = await first.query<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  const parentOf = new Map(areas.map(({ number, parent }) => [number, parent]));
  const source = new SyntheticSource(world, key);
  await first.query('drop index if exists directory_entry_by_lexeme');
  let done = 0;
  let next = 0;
  const lane = async (client: pg.Client) => {
    for (let stretch = missing[next++]; stretch; stretch = missing[next++]) {
      const { tables, records } = syntheticBlock(
        source,
        stretch.block,
        stretch.from,
        stretch.until,
      );
      await client.query('begin');
      for (const table of Object.keys(syntheticTables) as SyntheticTable[]) {
        await copyRows(client, table, syntheticTables[table], tables[table]);
      }
      await fillDirectory(client, records, parentOf);
      await client.query('commit');
      onProgress((done += stretch.until - stretch.from), all);
    }
  };
  const clients = [first, ...(await Promise.all(Array.from({ length: lanes - 1 }, open)))];
  await Promise.all(clients.map(lane));
  const start = Date.now();
  await first.query("set maintenance_work_mem = '512MB'");
  await first.query(
    'create index directory_entry_by_lexeme on directory_entry using gin (lexemes) with (fastupdate = off)',
  );
  console.error('index', Date.now() - start);
  await Promise.all(clients.map((client) => client.end()));
  return all;
}

async function missingStretches(
  client: pg.Client,
  ids: SyntheticIds,
  organisations: number,
): Promise<Stretch[]> {
  const { rows } = await client.query<{ block: number; until: number }>(
    `select index / ${blockSize} as block, max(index % ${blockSize}) + 1 as until
     from (select ${SyntheticIds.indexIn('id')} as index from organisation where id between $1 and $2) as synthetic
     group by block`,
    [...ids.range],
  );
  const reached = new Map(rows.map(({ block, until }) => [block, until]));
  const missing: Stretch[] = [];
  for (let block = 0; block * blockSize < organisations; block += 1) {
    const from = reached.get(block) ?? 0;
    const until = Math.min(blockSize, organisations - block * blockSize);
    if (from < until) missing.push({ block, from, until });
  }
  return missing;
}
