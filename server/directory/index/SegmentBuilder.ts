import type { ColumnsData } from './ColumnsData.ts';
import { ColumnsWriter } from './ColumnsWriter.ts';
import { type EntryRow, itemsOf } from './EntryRow.ts';
import type { FacetValues } from './FacetValues.ts';
import { hashesOf, SealedNameKeys } from './NameKeys.ts';
import { SealedPostings } from './SealedPostings.ts';
import type { TermCollector } from './TermCollector.ts';
import { isLeftOut } from './Terms.ts';

/** A segment whose lexemes have not got their last numbers yet. */
export interface BuiltSegment {
  readonly columns: ColumnsData;
  readonly names: SealedPostings;
  readonly others: SealedPostings;
  readonly keys: SealedNameKeys;
}

/** The lexemes of slots, one slot after another, as they come. */
class Lexemes {
  readonly starts: Uint32Array;
  lexemes = new Uint32Array(4096);
  size = 0;

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity + 1);
  }

  add(lexemes: readonly number[]): void {
    const start = this.starts[this.size]!;
    const end = start + lexemes.length;
    if (end > this.lexemes.length) {
      const larger = new Uint32Array(Math.max(end, this.lexemes.length * 2));
      larger.set(this.lexemes);
      this.lexemes = larger;
    }
    this.lexemes.set(lexemes, start);
    this.size += 1;
    this.starts[this.size] = end;
  }
}

/** Bygger deler. Takes the entries of one segment after another, and makes them. Its room is used again for each. */
export class SegmentBuilder {
  readonly #capacity: number;
  readonly #terms: TermCollector;
  readonly #columns: ColumnsWriter;
  readonly #names: Lexemes;
  readonly #others: Lexemes;
  /** Hash and slot in turn. */
  readonly #keys: number[] = [];

  constructor(capacity: number, terms: TermCollector, facetValues: FacetValues) {
    this.#capacity = capacity;
    this.#terms = terms;
    this.#columns = new ColumnsWriter(capacity, facetValues);
    this.#names = new Lexemes(capacity);
    this.#others = new Lexemes(capacity);
  }

  get isFull(): boolean {
    return this.#columns.data.size === this.#capacity;
  }

  add(row: EntryRow): void {
    const slot = this.#columns.add(row);
    const [, , , , , , names, others] = row;
    this.#names.add(itemsOf(names).map((lexeme) => this.#terms.add(lexeme)));
    const kept = itemsOf(others).filter((lexeme) => !isLeftOut(lexeme));
    this.#others.add(kept.map((lexeme) => this.#terms.add(lexeme)));
    for (const hash of hashesOf(row)) this.#keys.push(hash, slot);
  }

  /** The segment of what was added since the last. */
  build(): BuiltSegment {
    const built = {
      columns: this.#columns.sealed(),
      names: SealedPostings.of(this.#names, this.#terms.size),
      others: SealedPostings.of(this.#others, this.#terms.size),
      keys: SealedNameKeys.of(this.#keys),
    };
    this.#columns.clear();
    this.#names.size = this.#others.size = this.#keys.length = 0;
    return built;
  }
}
