import type { Columns } from './Columns.ts';
import type { Range } from './Terms.ts';

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
  | {
      readonly op: 'column';
      readonly key: string;
      readonly test: (columns: Columns, slot: number) => boolean;
    }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Node[] }
  | { readonly op: 'not'; readonly part: Node }
);
