import pg from 'pg';

import type { World } from '#seeds/common/World.ts';
import { blockSize, type Stretch } from '#seeds/synthetic/syntheticBlock.ts';
import { SyntheticIds } from '#seeds/synthetic/SyntheticIds.ts';
import { syntheticTables } from '#seeds/synthetic/SyntheticSink.ts';
import { BlockMaker, type BlockOrder } from './BlockMaker.ts';
import { BlockThread } from './BlockThread.ts';
import { beginLoad, setIndexesAside, settleLoad } from './largeLoad.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import type { Samband, Say } from './openSamband.ts';

/** How large a register is to be made, and of which seed. */
export interface Synthesis {
  readonly organisations: number;
  readonly seed: string;
  /** How many threads make blocks beside each other; where there are none, we do so ourselves. */
  readonly threads?: number;
  /** How many blocks each of them has under way. */
  readonly lanes?: number;
  /** From how many organisations on the indexes are set aside, where that many make a difference to what is there. */
  readonly many?: number;
}

/** What the blocks fill: their own tables, and that which is written when a row comes with a day on which it was found right. */
const tables = [...Object.keys(syntheticTables), 'verification'];

/** The entries come last, for their index takes longest. */
const filled = [...tables, 'directory_word', 'directory_deletion', 'directory_entry'];

/** How many times what is added may be there already before indexes are cheaper to keep up than to build anew. */
const worthwhile = 5;

/** How long it is quiet, at least, between telling how far we have come. */
const pause = 2_000;

/**
 * Fyller registeret. Makes an invented register of so many organisations, and three times as many people; gives how many
 * organisations it has made.
 *
 * What is there is read from the tables, so it may be stopped at any moment, and run again to go on or to make more. Each block is one
 * transaction; the memory it takes is that of the blocks under way.
 */
export async function synthesise(
  { ownerUrl, secret }: Pick<Samband, 'ownerUrl' | 'secret'>,
  { organisations, seed, threads = 0, lanes = 2, many = 2_000 }: Synthesis,
  say: Say,
): Promise<number> {
  const connections = await Promise.all([connect(ownerUrl), connect(ownerUrl)]);
  const [client, other] = connections;
  try {
    await refuseOtherSeed(client, new SyntheticIds(seed));
    await beginLoad(client, say);
    const { missing, there } = await missingStretches(client, seed, organisations);
    const all = missing.reduce((sum, { from, until }) => sum + until - from, 0);
    const isLarge = all >= many && all * worthwhile >= there;
    if (isLarge) await setIndexesAside(client, [...tables, 'directory_entry']);
    if (all > 0) {
      const order: BlockOrder = {
        ownerUrl,
        world: await worldOf(client, seed),
        secret,
        parentOf: await parentsIn(client),
        isUnchecked: await isSuperuser(client),
        lanes,
      };
      await makeBlocks(order, threads, missing, told(all, say));
    }
    await settleLoad(client, say, [other], isLarge ? filled : []);
    return all;
  } finally {
    await Promise.all(connections.map((connection) => connection.end().catch(() => undefined)));
  }
}

/** Hands the stretches out to whoever is free. When one fails the others end what they have begun, and no more. */
async function makeBlocks(
  order: BlockOrder,
  threads: number,
  missing: readonly Stretch[],
  onMade: (organisations: number) => void,
): Promise<void> {
  const makers = threads
    ? Array.from({ length: threads }, () => new BlockThread(order))
    : [new BlockMaker(order)];
  let next = 0;
  const goOn = async (maker: BlockMaker | BlockThread): Promise<void> => {
    try {
      for (let stretch = missing[next++]; stretch; stretch = missing[next++]) {
        await maker.make(stretch);
        onMade(stretch.until - stretch.from);
      }
    } catch (error) {
      next = missing.length;
      throw error;
    }
  };
  const lanes = makers.flatMap((maker) => Array.from({ length: order.lanes }, () => goOn(maker)));
  const ends = await Promise.allSettled(lanes);
  await Promise.all(makers.map((maker) => maker.close()));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Whatever is asked of a connection that is gone fails, and says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper as may from pg_roles where rolname = current_user',
  );
  return rows[0]?.may ?? false;
}

/** Seen on the day on which the register was made: so it is the same however often one stops on the way. */
async function worldOf(client: pg.Client, seed: string): Promise<World> {
  const { rows } = await client.query<{ today: string }>(
    `select to_char(min(executed_at) at time zone 'Europe/Oslo', 'YYYY-MM-DD') as today from samband_migration`,
  );
  return { seed, today: rows[0]!.today };
}

async function parentsIn(client: pg.Client): Promise<ReadonlyMap<number, number | null>> {
  const { rows } = await client.query<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  return new Map(rows.map(({ number, parent }) => [number, parent]));
}

/** Two seeds would give the same organisation numbers. */
async function refuseOtherSeed(client: pg.Client, ids: SyntheticIds): Promise<void> {
  const { rowCount } = await client.query(
    `select from organisation where id between $1 and $2 and not id between $3 and $4 and ${SyntheticIds.isOne('id')} limit 1`,
    [...SyntheticIds.range, ...ids.range],
  );
  if (!rowCount) return;
  throw new LaunchProblem(
    'This register was synthesised from another seed: give that one with --seed, or make a register of its own with SAMBAND_DATA_DIR.',
  );
}

async function missingStretches(
  client: pg.Client,
  seed: string,
  organisations: number,
): Promise<{ missing: Stretch[]; there: number }> {
  const { rows } = await client.query<{ block: number; until: number; there: number }>(
    `select index / ${blockSize} as block, max(index % ${blockSize}) + 1 as until, count(*)::integer as there
     from (select ${SyntheticIds.indexIn('id')} as index from organisation where id between $1 and $2) as synthetic
     group by block`,
    [...new SyntheticIds(seed).range],
  );
  const reached = new Map(rows.map(({ block, until }) => [block, until]));
  const missing: Stretch[] = [];
  for (let block = 0; block * blockSize < organisations; block += 1) {
    const from = reached.get(block) ?? 0;
    const until = Math.min(blockSize, organisations - block * blockSize);
    if (from < until) missing.push({ block, from, until });
  }
  return { missing, there: rows.reduce((sum, { there }) => sum + there, 0) };
}

function told(all: number, say: Say): (more: number) => void {
  let done = 0;
  let last = { done: 0, at: Date.now() };
  return (more) => {
    done += more;
    const isNews = done - last.done >= all / 100 && Date.now() - last.at >= pause;
    if (done < all && !isNews) return;
    last = { done, at: Date.now() };
    say(`  ${done.toLocaleString('en')} of ${all.toLocaleString('en')} organisations`);
  };
}
