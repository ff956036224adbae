import pg from 'pg';

import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { World } from '#seeds/common/World.ts';
import { blockSize, type Stretch, syntheticBlock } from '#seeds/synthetic/syntheticBlock.ts';
import { SyntheticIds } from '#seeds/synthetic/SyntheticIds.ts';
import { syntheticTables, type SyntheticTable } from '#seeds/synthetic/SyntheticRows.ts';
import { SyntheticSource } from '#seeds/synthetic/SyntheticSource.ts';
import { copyInto } from '#server/common/copyInto.ts';
import { CopyText } from '#server/common/CopyText.ts';
import { DirectoryFilling } from '#server/directory/DirectoryFilling.ts';
import { LargeLoad } from './LargeLoad.ts';

export interface Synthesis extends World {
  readonly organisations: number;
  readonly key: PersonalKey;
  readonly url: string;
  readonly lanes?: number;
  readonly onProgress?: (done: number, all: number) => void;
}

const tables = Object.keys(syntheticTables) as SyntheticTable[];
const filled = [...tables, 'directory_entry', 'directory_word', 'directory_deletion'];

export async function synthesise({
  organisations,
  key,
  url,
  lanes = 3,
  onProgress = () => {},
  ...world
}: Synthesis): Promise<number> {
  const ids = new SyntheticIds(world.seed);
  const load = await LargeLoad.begin(url);
  if (!load) throw new Error('busy');
  const missing = await missingStretches(load.client, ids, organisations);
  const all = missing.reduce((sum, { from, until }) => sum + until - from, 0);
  if (all === 0) {
    await load.end();
    return 0;
  }
  await load.open();
  await load.setAside([...tables, 'directory_entry']);
  const { rows: areas } = await load.client.query<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  const parentOf = new Map(areas.map(({ number, parent }) => [number, parent]));
  const source = new SyntheticSource(world, key);
  let done = 0;
  let next = 0;
  const times: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      times[name] = (times[name] ?? 0) + performance.now() - start;
    }
  };
  const lane = async (client: pg.Client) => {
    for (let stretch = missing[next++]; stretch; stretch = missing[next++]) {
      const texts = new Map(tables.map((table) => [table, new CopyText()]));
      const directory = new DirectoryFilling(parentOf);
      const one = stretch;
      await timed('generate', () =>
        syntheticBlock(source, one, {
          row: (table, cells) => texts.get(table)!.add(cells),
          record: (record) => directory.add(record),
        }),
      );
      await client.query('begin');
      for (const table of tables) {
        await timed(table, () =>
          copyInto(client, table, syntheticTables[table], texts.get(table)!.pieces()),
        );
      }
      await timed('directory', () => directory.copy(client));
      await timed('commit', () => client.query('commit'));
      onProgress((done += stretch.until - stretch.from), all);
    }
  };
  const clients = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('set session_replication_role = replica; set synchronous_commit = off');
      return client;
    }),
  );
  await Promise.all(clients.map(lane));
  await Promise.all(clients.map((client) => client.end()));
  await timed('settle', () => load.settle(filled));
  console.error(times);
  await load.end();
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
