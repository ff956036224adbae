import pg from 'pg';

import { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { World } from '#seeds/common/World.ts';
import { type Stretch, syntheticBlock } from '#seeds/synthetic/syntheticBlock.ts';
import { syntheticTables, type SyntheticTable } from '#seeds/synthetic/SyntheticSink.ts';
import { SyntheticSource } from '#seeds/synthetic/SyntheticSource.ts';
import { copyInto } from '#server/common/copyInto.ts';
import { CopyText } from '#server/common/CopyText.ts';
import { DirectoryFilling } from '#server/directory/DirectoryFilling.ts';

/** What blocks are made of, and where they go. */
export interface BlockOrder {
  readonly ownerUrl: string;
  readonly world: World;
  /** What their people's numbers are sealed with: 32 bytes. */
  readonly secret: Uint8Array;
  /** The area around each area, by number. */
  readonly parentOf: ReadonlyMap<number, number | null>;
  /**
   * What we write is right by the way it is made; looking up what each row points at costs more than writing it. A superuser may do without,
   * on these connections alone. Anybody else has it checked, and waits longer.
   */
  readonly isUnchecked: boolean;
  /** How many blocks are written at once, each by a connection of its own: the database fills some while others are made. */
  readonly lanes: number;
}

const tables = Object.keys(syntheticTables) as SyntheticTable[];

/** Blokkmaker. Makes blocks of a synthesised register, and writes each in one transaction. */
export class BlockMaker {
  readonly #source: SyntheticSource;
  readonly #pool: pg.Pool;

  constructor(private readonly order: BlockOrder) {
    const { ownerUrl, world, secret, isUnchecked, lanes } = order;
    this.#source = new SyntheticSource(world, new PersonalKey(secret));
    this.#pool = new pg.Pool({
      connectionString: ownerUrl,
      max: lanes,
      connectionTimeoutMillis: 5_000,
      options: `-c synchronous_commit=off${isUnchecked ? ' -c session_replication_role=replica' : ''}`,
    });
    // Whatever is asked of a connection that is gone fails, and says so.
    this.#pool.on('error', () => undefined);
  }

  /** Throws where it cannot be written: then nothing of the block is. */
  async make(stretch: Stretch): Promise<void> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    try {
      const texts = new Map(tables.map((table) => [table, new CopyText()]));
      const directory = new DirectoryFilling(this.order.parentOf);
      syntheticBlock(this.#source, stretch, {
        row: (table, cells) => texts.get(table)!.add(cells),
        record: (record) => directory.add(record),
      });
      await client.query('begin');
      for (const [table, text] of texts) {
        await copyInto(client, table, syntheticTables[table], text.pieces());
      }
      await directory.copy(client);
      await client.query('commit');
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      client.release(failure);
    }
  }

  /** Ends its connections, when what is under way is done. */
  close(): Promise<void> {
    return this.#pool.end();
  }
}
