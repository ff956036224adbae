import type { Exported, OfEach } from './Exported.ts';
import type { Made } from './Made.ts';
import type { Telling } from './Telling.ts';

/** Form. How a file of one format comes about: what is read, what is told of each record, and how that is written down. */
export interface ExportForm<Piece = unknown> {
  readonly mediaType: string;
  readonly extension: string;
  /** What is selected of each kind of record. */
  readonly needs: OfEach<string>;
  /** What the file says of one record. Here, and nowhere later, it is noted whose contact details it tells. */
  readonly tell: (exported: Exported, telling: Telling) => Piece;
  /** Writes it down as it comes. */
  readonly write: (
    pieces: AsyncIterable<readonly Piece[]>,
    made: Made,
  ) => AsyncIterable<Uint8Array>;
}
