import type { Found } from '#server/directory/dictionary.ts';

/** So many questions to the dictionary are remembered, and none whose answer is longer. */
const MOST = 1_000;
const LONGEST_ANSWER = 600;

/**
 * Huskede oppslag. What the dictionary has answered, for as long as no word has come or gone: the same beginnings are typed all day.
 *
 * `changes` tells how much has been written; an answer that was asked for before the last of it is not kept.
 */
export class RememberedLookups {
  readonly #answers = new Map<string, Found>();
  #changes = -1;

  async find(changes: number, key: string, ask: () => Promise<Found>): Promise<Found> {
    this.forgetIfChanged(changes);
    const known = this.#answers.get(key);
    if (known) {
      // Last used, last forgotten.
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return known;
    }
    const found = await ask();
    if (changes === this.#changes && lengthOf(found) <= LONGEST_ANSWER) this.keep(key, found);
    return found;
  }

  private keep(key: string, found: Found): void {
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= MOST) this.#answers.delete(oldest);
    this.#answers.set(key, found);
  }

  private forgetIfChanged(changes: number): void {
    if (changes === this.#changes) return;
    this.#answers.clear();
    this.#changes = changes;
  }
}

const lengthOf = ({ words, beginnings, neighbours, completions }: Found): number =>
  words.size +
  beginnings.size +
  neighbours.length +
  [...completions.values()].reduce((sum, all) => sum + all.length, 0);
