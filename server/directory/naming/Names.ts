import { foldedWords } from '#server/directory/fold.ts';
import type { Meaning } from '#server/directory/Meaning.ts';
import type { Named, Naming } from '#server/directory/Named.ts';
import { emptyWords, negations } from '#server/directory/plainWords.ts';

/** Navn. What every term is called, gathered for the lexicon. */
export class Names {
  readonly named = new Map<string, Named[]>();
  /** Words that may be misspelt, and how often at most. */
  readonly words = new Map<string, number>();

  /** A name: its words may be misspelt, and each of them alone reminds of it. */
  add(name: string, meaning: Meaning, naming: Naming, hasParts = true): void {
    const words = foldedWords(name);
    this.addForm(words.join(' '), meaning, naming);
    for (const word of words) {
      if (emptyWords.has(word) || negations.has(word)) continue;
      // Common words lie near each other: «kvinner» is not a misspelt «kriser».
      const slips = hasParts ? 2 : 1;
      if (word.length > 2) this.words.set(word, Math.max(slips, this.words.get(word) ?? 0));
      if (hasParts && words.length > 1 && word.length > 2) this.addForm(word, meaning, 'part');
    }
  }

  /** A form that follows by rule: taken as it stands. */
  addForm(phrase: string, meaning: Meaning, naming: Naming): void {
    if (!phrase) return;
    const all = this.named.get(phrase) ?? [];
    this.named.set(phrase, all);
    const at = all.findIndex((named) => named.meaning === meaning);
    if (at === -1) all.push({ meaning, naming });
    else if (all[at]?.naming === 'part') all[at] = { meaning, naming };
  }
}
