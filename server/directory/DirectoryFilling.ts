import type pg from 'pg';

import { copyInto } from '#server/common/copyInto.ts';
import { type CopiedCell, CopyText } from '#server/common/CopyText.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { countWords } from './countWords.ts';
import { entryOf, type IndexedRecord } from './entryOf.ts';
import { noteWords } from './heldWords.ts';

/**
 * Fylling av søket. Adds records that the tables are just being given to the directory, as `refreshDirectory` would, without reading them
 * back.
 */
export class DirectoryFilling {
  readonly #parentOf: ReadonlyMap<number, number | null>;
  readonly #text = new CopyText();
  readonly #uses = new Map<string, number>();
  #columns: readonly string[] | undefined;

  /** `parentOf`: the area around each area, by number. */
  constructor(parentOf: ReadonlyMap<number, number | null>) {
    this.#parentOf = parentOf;
  }

  add(record: IndexedRecord): void {
    const { row, words } = entryOf(record, this.#parentOf);
    for (const word of words) this.#uses.set(word, (this.#uses.get(word) ?? 0) + 1);
    this.#columns ??= Object.keys(row);
    this.#text.add(Object.values(row) as CopiedCell[]);
  }

  /** In the transaction that fills the tables. The words wait until `countHeldWords` adds them to the dictionary. */
  async copy(client: pg.ClientBase): Promise<void> {
    if (!this.#columns) return;
    await this.#copyEntries(client);
    await noteWords(client, this.#uses);
  }

  /** The same where others search meanwhile: the words are in the dictionary when the transaction is through. */
  async copyAndCount(client: pg.ClientBase, run: Run): Promise<void> {
    if (!this.#columns) return;
    await this.#copyEntries(client);
    await countWords(run, this.#uses);
  }

  #copyEntries(client: pg.ClientBase): Promise<void> {
    return copyInto(client, 'directory_entry', this.#columns ?? [], this.#text.pieces());
  }
}
