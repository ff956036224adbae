import { on } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

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
const thread = new URL(`./loadThread${extension}`, import.meta.url);
const execArgv = extension === '.ts' ? ['--conditions=source'] : [];

/** Laster alle oppføringer, in a thread that is gone with all its memory when they are here. */
export async function loadEntries(
  url: string,
  segmentSize: number,
  signal: AbortSignal,
): Promise<Entries> {
  const query = `select ${entryColumns} from directory_entry`;
  const workerData: LoadOrder = { url, query, segmentSize };
  const worker = new Worker(thread, { workerData, execArgv });
  try {
    const words: string[] = [];
    const segments: SealedSegment[] = [];
    for await (const [message] of on(worker, 'message', { signal, close: ['exit'] })) {
      const loaded = message as LoadMessage;
      if ('words' in loaded) words.push(...loaded.words);
      else if ('segment' in loaded) {
        const { columns, names, others, keys } = loaded.segment;
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
    throw new Error('The thread that loads the directory has ended before its end');
  } finally {
    await worker.terminate();
  }
}
