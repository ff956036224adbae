import { parentPort, workerData } from 'node:worker_threads';

import pg from 'pg';

import type { EntryRow } from './EntryRow.ts';
import { FacetValues } from './FacetValues.ts';
import type { LoadMessage, LoadOrder } from './LoadMessage.ts';
import { type BuiltSegment, SegmentBuilder } from './SegmentBuilder.ts';
import { TermCollector } from './TermCollector.ts';

// A thread of its own: reading a register takes minutes of work and much memory that is needed only once. Of what it imports Node takes
// away the types and does nothing else, so there are no enums, no decorators and no parameter properties in it.

const ROWS = 1_000;
/** So many strings are unpacked in a millisecond. */
const WORDS = 5_000;

const { url, query, segmentSize } = workerData as LoadOrder;
const terms = new TermCollector();
const facetValues = new FacetValues();

/** All entries as segments, in one view of the database; while some rows are taken in the next are on their way. */
async function buildAll(): Promise<BuiltSegment[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'samband index load' });
  await client.connect();
  try {
    await client.query('begin read only');
    await client.query(`declare entry no scroll cursor for ${query}`);
    const builder = new SegmentBuilder(segmentSize, terms, facetValues);
    const built: BuiltSegment[] = [];
    const fetch = () =>
      client.query({ text: `fetch ${ROWS} from entry`, rowMode: 'array' } as pg.QueryArrayConfig);
    for (let next = fetch(); ;) {
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

/** The memory that an answer stands in: it is handed over, not copied. */
function* buffersOf(value: unknown): Iterable<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) yield value.buffer as ArrayBuffer;
  else if (typeof value === 'object' && value)
    for (const it of Object.values(value)) yield* buffersOf(it);
}

function send(message: LoadMessage): void {
  parentPort?.postMessage(message, [...buffersOf(message)]);
}

const built = await buildAll();
const { words, tags, numbers } = terms.settle();
for (let at = 0; at < words.length; at += WORDS) send({ words: words.slice(at, at + WORDS) });
for (let segment = built.shift(); segment; segment = built.shift()) {
  const { columns, names, others, keys } = segment;
  send({
    segment: {
      columns,
      names: names.renumbered(numbers).data,
      others: others.renumbered(numbers).data,
      keys: keys.halves,
    },
  });
}
send({ tags, facetValues: facetValues.all });
