import type { Bits } from './bits.ts';
import type { Columns } from './Columns.ts';
import type { Range } from './Terms.ts';

/** Adds the places where it holds: of the slots listed, or of the first so many. */
export type Fact = (columns: Columns, bits: Bits, size: number, listed: Uint16Array | null) => void;

/** Ledd. A condition as the index reads it: lexemes have become numbers, and what is said twice is one node. */
export type Node = {
  /** Its place among the nodes of a question. */
  readonly number: number;
} & (
  | { readonly op: 'all' | 'none' }
  /** Has one of the lexemes of names, or one of the others. */
  | { readonly op: 'lexemes'; readonly names: readonly Range[]; readonly others: readonly Range[] }
  /** Has one of these as its whole name or number. */
  | { readonly op: 'keys'; readonly hashes: readonly number[] }
  /** A fact of the columns. The key says all that it depends on; what most questions ask for is found out once for all slots. */
  | {
      readonly op: 'fact';
      readonly key: string;
      readonly isCommon: boolean;
      readonly fact: Fact;
    }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Node[] }
  | { readonly op: 'not'; readonly part: Node }
);
