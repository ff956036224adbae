import { once } from 'node:events';

import pg from 'pg';

import type { EntryRow } from './EntryRow.ts';
import { FacetValues } from './FacetValues.ts';
import type { LoadMessage, LoadOrder } from './LoadMessage.ts';
import { type BuiltSegment, SegmentBuilder } from './SegmentBuilder.ts';
import { TermCollector } from './TermCollector.ts';

// A process of its own: reading a register takes minutes of work, and much memory that is needed only once and that a process does not
// give back while it lives. In tests it is run as it is written: Node takes away the types and does nothing else, so there are no enums,
// no decorators and no parameter properties in what it imports.

const ROWS = 1_000;
/** So many strings are unpacked in a millisecond or two. */
const WORDS = 5_000;

const terms = new TermCollector();
const facetValues = new FacetValues();

/** All entries as segments, in one view of the database; while some rows are taken in the next are on their way. */
async function buildAll({ url, query, segmentSize }: LoadOrder): Promise<BuiltSegment[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'samband index load' });
  await client.connect();
  try {
    await client.query('begin read only');
    await client.query(`set local work_mem = '64MB'`);
    await client.query(`declare entry no scroll cursor for ${query}`);
    const builder = new SegmentBuilder(segmentSize, terms, facetValues);
    const built: BuiltSegment[] = [];
    const fetch = () =>
      client.query({ text: `fetch ${ROWS} from entry`, rowMode: 'array' } as pg.QueryArrayConfig);
    for (let next = fetch(); ;) {
      // The columns are those that `EntryRow` lists; pg cannot know.
      const rows = (await next).rows as unknown as EntryRow[];
      if (rows.length) next = fetch();
      for (const row of rows) {
        builder.add(row);
        if (builder.isFull) built.push(builder.build());
      }
      if (!rows.length) return [...built, builder.build()];
    }
  } finally {
    await client.end();
  }
}

/** Comes back when the other process has it, or as good as. */
const send = (message: LoadMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, {}, (error) => (error ? reject(error) : resolve()));
  });

// Who asked is gone.
process.once('disconnect', () => process.exit(1));

async function load(order: LoadOrder): Promise<void> {
  const built = await buildAll(order);
  const { words, tags, numbers } = terms.settle();
  for (let at = 0; at < words.length; at += WORDS) {
    await send({ words: words.slice(at, at + WORDS) });
  }
  for (let segment = built.shift(); segment; segment = built.shift()) {
    const { columns, names, others, keys } = segment;
    await send({
      segment: {
        columns,
        names: names.renumbered(numbers).data,
        others: others.renumbered(numbers).data,
        keys: keys.halves,
      },
    });
  }
  await send({ tags, facetValues: facetValues.all });
}

const [order] = (await once(process, 'message')) as [LoadOrder];
await load(order).catch((error: unknown) => send({ failure: String((error as Error).stack) }));
