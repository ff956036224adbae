import { rowsIn, unpackRow } from './packed.ts';
import type { RawTuple } from './Reader.ts';

/** What belongs to one owner: all of it, or a page. */
export interface Bunch {
  readonly tuples: readonly RawTuple[];
  /** The same as one text, where it came as one: of many owners it is often the same. */
  readonly packed: string | null;
  readonly total: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly cursorOf: (tuple: RawTuple) => string;
}

const noPage = { hasNextPage: false, hasPreviousPage: false };
const noCursor = (): string => {
  throw new Error('Only pages have cursors');
};

/** Rows of an owner that came as one text. */
export class PackedBunch implements Bunch {
  readonly total = 0;
  readonly pageInfo = noPage;
  readonly cursorOf = noCursor;

  constructor(readonly packed: string) {}

  get tuples(): readonly RawTuple[] {
    return rowsIn(this.packed).map(unpackRow);
  }
}

/** What belongs to an owner of whom nothing was found. */
export const nothing: Bunch = {
  tuples: [],
  packed: null,
  total: 0,
  pageInfo: noPage,
  cursorOf: noCursor,
};
