import { setImmediate as pause } from 'node:timers/promises';

import { Columns } from './Columns.ts';
import { type EntryRow, itemsOf } from './EntryRow.ts';
import type { FacetValues } from './FacetValues.ts';
import { hashesOf, SealedNameKeys } from './NameKeys.ts';
import { SealedPostings } from './SealedPostings.ts';
import { SealedSegment } from './SealedSegment.ts';
import { isLeftOut, type Terms } from './Terms.ts';

/** The lexemes of slots, one slot after another, as they come. Its room is used again for the next segment. */
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

/** Takes the entries of one segment after another as they are loaded, and makes them. */
export class SegmentBuilder {
  #columns: Columns;
  readonly #names: Lexemes;
  readonly #others: Lexemes;
  /** Hash and slot in turn. */
  readonly #keys: number[] = [];

  constructor(
    private readonly capacity: number,
    private readonly terms: Terms,
    private readonly facetValues: FacetValues,
  ) {
    this.#columns = new Columns(capacity, facetValues);
    this.#names = new Lexemes(capacity);
    this.#others = new Lexemes(capacity);
  }

  get isFull(): boolean {
    return this.#columns.size === this.capacity;
  }

  add(row: EntryRow): void {
    const slot = this.#columns.add(row);
    const [, , , , , , names, others] = row;
    this.#names.add(itemsOf(names).map((lexeme) => this.terms.add(lexeme)));
    const kept = itemsOf(others).filter((lexeme) => !isLeftOut(lexeme));
    this.#others.add(kept.map((lexeme) => this.terms.add(lexeme)));
    for (const hash of hashesOf(row)) this.#keys.push(hash, slot);
  }

  /** The segment of what was added since the last. */
  async seal(): Promise<SealedSegment> {
    const columns = this.#columns;
    columns.seal();
    await pause();
    const names = await SealedPostings.of(this.#names, this.terms.size);
    const others = await SealedPostings.of(this.#others, this.terms.size);
    const keys = new SealedNameKeys(this.#keys);
    await pause();
    this.#columns = new Columns(this.capacity, this.facetValues);
    this.#names.size = this.#others.size = this.#keys.length = 0;
    return new SealedSegment(columns, names, others, keys);
  }
}
