import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import type { Meaning } from './Meaning.ts';
import { deletions, distance, forgiven } from './misspelling.ts';
import type { Named } from './Named.ts';
import { nameAreas } from './naming/nameAreas.ts';
import { nameCommunities } from './naming/nameCommunities.ts';
import { nameEnums } from './naming/nameEnums.ts';
import { nameLanguages } from './naming/nameLanguages.ts';
import { Names } from './naming/Names.ts';
import { nameTopics } from './naming/nameTopics.ts';

/**
 * Ordforråd. Every word by which a language, an area, a topic, a community, a kind … is called, in three languages and its own, with
 * the misspellings of each. Made once from the vocabulary in memory.
 */
export class Lexicon {
  readonly #named: ReadonlyMap<string, readonly Named[]>;
  /** Every phrase, and every later word of a phrase, in order: what a beginning may become. */
  readonly #sorted: readonly string[];
  readonly #misspellings = new Map<string, string[]>();
  /** Words that may be misspelt, and how often at most. */
  readonly #words: ReadonlyMap<string, number>;

  constructor(vocabulary: Vocabulary) {
    const names = new Names();
    nameLanguages(names, vocabulary.all('Language', 'nb'));
    nameAreas(names, vocabulary.areas('nb'));
    nameTopics(names, vocabulary.all('Topic', 'nb'));
    nameCommunities(names, vocabulary.all('Community', 'nb'));
    nameEnums(names);
    this.#named = names.named;
    this.#words = names.words;
    this.#sorted = [...this.#named.keys()].sort(byCodeUnits);
    for (const word of this.#words.keys()) {
      for (const deletion of deletions(word)) {
        const known = this.#misspellings.get(deletion);
        if (known) known.push(word);
        else this.#misspellings.set(deletion, [word]);
      }
    }
  }

  /** What is called exactly this; by a single word of its name only where nothing is called just that. */
  exactly(phrase: string): readonly Named[] {
    const all = this.#named.get(phrase) ?? [];
    const better = all.filter(({ naming }) => naming !== 'part');
    return better.length ? better : all;
  }

  /** What may be meant by these first letters. */
  beginningWith(start: string): Named[] {
    const found = new Map<Meaning, Named>();
    for (let at = lowerBound(this.#sorted, start); at < this.#sorted.length; at++) {
      const phrase = this.#sorted[at] ?? '';
      if (!phrase.startsWith(start)) break;
      for (const named of this.#named.get(phrase) ?? []) {
        const known = found.get(named.meaning);
        if (!known || known.naming === 'part') found.set(named.meaning, named);
      }
    }
    return [...found.values()];
  }

  hasBeginning(start: string): boolean {
    return this.#sorted[lowerBound(this.#sorted, start)]?.startsWith(start) ?? false;
  }

  has(phrase: string): boolean {
    return this.#named.has(phrase);
  }

  /** Words within the forgiven distance. */
  near(word: string): string[] {
    const limit = forgiven(word);
    const candidates = new Set(deletions(word).flatMap((it) => this.#misspellings.get(it) ?? []));
    return [...candidates].filter(
      (it) => distance(word, it, limit) <= Math.min(limit, this.#words.get(it) ?? 0),
    );
  }
}

const byCodeUnits = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

function lowerBound(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lexicons = new WeakMap<Vocabulary, Lexicon>();

/** The lexicon of a vocabulary, made at the first question and kept as long as the vocabulary. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary);
  if (known) return known;
  const lexicon = new Lexicon(vocabulary);
  lexicons.set(vocabulary, lexicon);
  return lexicon;
}
