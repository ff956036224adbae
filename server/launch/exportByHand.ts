import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { apiSchema } from '#server/apiSchema.ts';
import { viewerByHand } from '#server/access/viewerByHand.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { createContext } from '#server/context.ts';
import type { ExportInput } from '#server/directory/export/ExportInput.ts';
import { prepareExport } from '#server/directory/export/prepareExport.ts';
import { endExport, takeExport } from '#server/directory/export/takeExport.ts';
import { writeExport } from '#server/directory/export/writeExport.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import { type Samband, surroundingsOf } from './openSamband.ts';

/** What came of it. */
export interface ExportedByHand {
  readonly organisations: number;
  readonly people: number;
  readonly peopleShown: number;
  readonly fileName: string;
}

/**
 * Tar ut ved kommandolinjen. The same as from the screens, with the same rules and the same traces, in the name of somebody on the staff.
 *
 * `to`: where to. A file is there when it is whole, and not before; null is the standard output.
 */
export async function exportByHand(
  samband: Samband,
  { as, to, ...input }: ExportInput & { readonly as: string; readonly to: string | null },
  onBytes: (bytes: number) => void = () => undefined,
): Promise<ExportedByHand> {
  const { pool } = samband.database;
  const { now, today } = momentOf(new Date());
  const viewer = await viewerByHand(pool, as, now);
  if (!viewer) {
    throw new LaunchProblem(`Nobody who may sign in is known by ${as}: give their address or id.`);
  }
  const surroundings = await surroundingsOf(samband);
  const contextFor = (requestId: string) =>
    createContext(surroundings, {
      viewer,
      now,
      today,
      requestId,
      locale: 'nb',
      reader: new Reader(pool),
      way: 'planned',
      purpose: input.purpose,
    });
  const { id, fileName, size } = await prepareExport(contextFor('by hand'), input);
  const taken = await takeExport(pool, { viewer, now }, id);
  let shown = () => 0;
  try {
    const schema = await apiSchema(surroundings.readModel.relations());
    const written = await writeExport(contextFor(id), schema, taken);
    shown = written.peopleShown;
    await save(counted(written.pieces, onBytes), to);
  } catch (error) {
    await endExport(pool, id, 'broken', shown(), new Date());
    throw error;
  }
  await endExport(pool, id, 'complete', shown(), new Date());
  const { organisations, people } = size;
  return { organisations, people, peopleShown: shown(), fileName };
}

async function* counted(pieces: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    onBytes(bytes);
    yield piece;
  }
}

async function save(pieces: AsyncIterable<Uint8Array>, to: string | null): Promise<void> {
  const source = Readable.from(pieces, { objectMode: false });
  if (to === null) return pipeline(source, process.stdout, { end: false });
  const half = `${to}.half`;
  try {
    await pipeline(source, createWriteStream(half, { mode: 0o600 }));
    await rename(half, to);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
