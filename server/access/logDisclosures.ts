import { Purpose } from '#schema/access/Purpose.ts';
import type { Disclosures } from './Disclosures.ts';
import type { ReadLog } from './ReadLog.ts';
import type { Viewer } from './Viewer.ts';

/** What is asked of a request that has told somebody something. */
interface Telling {
  readonly viewer: Viewer | null;
  readonly now: Date;
  readonly requestId: string;
  readonly purpose?: string | null;
  readonly disclosures: Disclosures;
  readonly readLog: ReadLog;
}

/** Fører utlevering. Puts what the answer tells of people into the read log; until it comes back, the answer may not leave. Throws BUSY. */
export async function logDisclosures(request: Telling): Promise<void> {
  const { viewer, now: at, requestId, purpose = null, disclosures, readLog } = request;
  const { people } = disclosures;
  if (!people.length) return;
  if (!viewer) throw new Error('A stranger was told how people are reached');
  const { id: viewerId, via, breakGlass } = viewer;
  // What is seen in a crisis by a door that stands open for a while is told apart from what one may see anyhow.
  const told = purpose === Purpose.CRISIS && breakGlass ? 'break_glass' : purpose;
  await readLog.append(
    people.map((it) => ({ ...it, at, viewerId, via, purpose: told, requestId })),
  );
}
