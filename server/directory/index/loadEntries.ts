import { fork } from 'node:child_process';
import { on } from 'node:events';
import { extname } from 'node:path';

import { Columns } from './Columns.ts';
import { Entries } from './Entries.ts';
import { entryColumns } from './entryColumns.ts';
import { FacetValues } from './FacetValues.ts';
import type { LoadMessage, LoadOrder } from './LoadMessage.ts';
import { SealedNameKeys } from './NameKeys.ts';
import { SealedPostings } from './SealedPostings.ts';
import { SealedSegment } from './SealedSegment.ts';
import { Terms } from './Terms.ts';

/** As it stands beside this file: a source, or built of one. */
const extension = extname(import.meta.url);
const program = new URL(`./loadProcess${extension}`, import.meta.url);
const execArgv = extension === '.ts' ? ['--conditions=source'] : [];

/** Laster alle oppføringer, by a process that is gone with all its memory when they are here. */
export async function loadEntries(
  url: string,
  segmentSize: number,
  signal: AbortSignal,
): Promise<Entries> {
  // Within a rank hits are ordered so: a page that is full leaves the segments that come after it.
  const query = `select ${entryColumns} from directory_entry order by verified_on desc nulls last, sort_name, id`;
  // A Ctrl-C in the terminal is for us; it ends when we let go of it.
  const child = fork(program, { execArgv, serialization: 'advanced', detached: true });
  // Whoever waits for its messages hears of it; nobody else minds.
  child.on('error', () => {});
  try {
    // Not among its arguments, where everybody on the machine could read it.
    child.send({ url, query, segmentSize } satisfies LoadOrder);
    const words: string[] = [];
    const segments: SealedSegment[] = [];
    for await (const [message] of on(child, 'message', { signal, close: ['exit'] })) {
      const loaded = message as LoadMessage;
      if ('failure' in loaded) throw new Error(loaded.failure);
      if ('words' in loaded) words.push(...loaded.words);
      else if ('segment' in loaded) {
        const { columns, names, others, keys } = owned(loaded.segment);
        segments.push(
          new SealedSegment(
            new Columns(columns),
            new SealedPostings(names),
            new SealedPostings(others),
            new SealedNameKeys(keys),
          ),
        );
      } else {
        const terms = new Terms(words, loaded.tags);
        return new Entries(terms, new FacetValues(loaded.facetValues), segments);
      }
    }
    throw new Error('The process that loads the directory has ended too early');
  } finally {
    child.kill();
  }
}

/** What is received shares the memory of its message. Each list gets its own, or the messages would be kept beside them. */
function owned<Data>(data: Data): Data {
  if (ArrayBuffer.isView(data)) return (data as Data & Uint8Array).slice() as Data;
  if (Array.isArray(data)) return data.map(owned) as Data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, it]) => [name, owned(it)])) as Data;
}
