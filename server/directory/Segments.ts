import type { Found } from './dictionary.ts';
import { foldedWords } from './fold.ts';
import type { Lexicon } from './Lexicon.ts';
import type { Meaning } from './Meaning.ts';
import { isChip, type Named } from './Named.ts';
import type { QueryText } from './queryWords.ts';
import type { ReadWord } from './readWords.ts';
import { spellings } from './spellings.ts';
import {
  EXACT,
  MISSPELT,
  PARTLY,
  type Quality,
  type Reading,
  type Segment,
} from './Understanding.ts';
import { joinedForms, stems } from './wordForms.ts';

const LONGEST_PHRASE = 5;

/** Avsnitt. The words of a query that can be read as one, and how: each alone, two that belong together, and phrases that name something. */
export class Segments {
  readonly #plain: ReadonlySet<string>;

  /** `asText`: phrases that are to be taken as text alone. */
  constructor(
    private readonly query: QueryText,
    private readonly words: readonly ReadWord[],
    private readonly lexicon: Lexicon,
    private readonly found: Found,
    asText: readonly string[],
  ) {
    this.#plain = new Set(asText.map((phrase) => foldedWords(phrase).join(' ')));
  }

  /** All of several words. */
  ofSeveralWords(): Segment[] {
    const segments: Segment[] = [];
    for (let from = 0; from < this.words.length; from++) {
      for (let to = from + 2; to <= Math.min(from + LONGEST_PHRASE, this.words.length); to++) {
        const segment = this.phraseSegment(from, to);
        if (segment) segments.push(segment);
      }
      const joined = this.joinedSegment(from);
      if (joined) segments.push(joined);
    }
    return segments;
  }

  /** «Gamle Oslo», also when misspelt, also when «Gamle Os» is all there is of it yet. */
  private phraseSegment(from: number, to: number): Segment | null {
    const words = this.words.slice(from, to);
    const plain = words.map(({ folded }) => folded).join(' ');
    if (this.#plain.has(plain)) return null;
    const isLast = to === this.words.length;
    const readings: Reading[] = [];
    const meanings: Meaning[] = [];
    for (const { phrase, quality } of spellings(words)) {
      for (const named of this.lexicon.has(phrase) ? this.lexicon.exactly(phrase) : []) {
        readings.push(meaningReading(named, quality, false));
        if (!meanings.includes(named.meaning)) meanings.push(named.meaning);
      }
      if (isLast && quality === EXACT) {
        const begun = this.lexicon
          .beginningWith(phrase)
          .filter(({ meaning }) => !meanings.includes(meaning));
        readings.push(...begun.map((named) => meaningReading(named, PARTLY, true)));
        const [only] = begun;
        if (only && begun.length === 1 && !meanings.length) meanings.push(only.meaning);
      }
    }
    return readings.length ? this.segmentOf(from, to, readings, meanings) : null;
  }

  /** «kvinne forening» for «kvinneforening» (særskriving). */
  private joinedSegment(from: number): Segment | null {
    const [first, second] = [this.words[from], this.words[from + 1]];
    if (!first || !second) return null;
    const isLast = from + 2 === this.words.length;
    const readings: Reading[] = [];
    const meanings: Meaning[] = [];
    for (const form of joinedForms(first.folded, second.folded)) {
      const isText = this.#plain.has(`${first.folded} ${second.folded}`);
      if (this.found.words.has(form)) {
        readings.push({ as: 'word', form, isPrefix: false, quality: PARTLY });
      }
      if (isLast && this.found.beginnings.has(form)) {
        readings.push({ as: 'word', form, isPrefix: true, quality: PARTLY });
      }
      // That the two are one is a guess: «nor k» may be norsk, and may be about to be norskkurs.
      for (const named of isText ? [] : this.named(form, isLast, true)) readings.push(named);
      if (isText || !this.lexicon.has(form)) continue;
      meanings.push(
        ...this.lexicon
          .exactly(form)
          .filter(isChip)
          .map(({ meaning }) => meaning),
      );
    }
    return readings.length ? this.segmentOf(from, from + 2, readings, meanings) : null;
  }

  /** A word that stands alone. */
  ofOneWord(at: number): Segment {
    const word = this.words[at];
    if (!word) throw new Error(`The query has no word ${at}`);
    const { folded, isTerm, isPrefix, isEmpty, corrections, compounds, sound } = word;
    const readings: Reading[] = [{ as: 'word', form: folded, isPrefix: false, quality: EXACT }];
    if (isEmpty) return { ...this.segmentOf(at, at + 1, readings, []), isEmpty };
    if (isPrefix) readings.push({ as: 'word', form: folded, isPrefix: true, quality: PARTLY });
    // Who says Bergen does not mean Berg.
    for (const form of isTerm ? [folded] : [folded, ...stems(folded)]) {
      readings.push({ as: 'word', form, isPrefix: false, quality: PARTLY });
    }
    for (const form of corrections)
      readings.push({ as: 'word', form, isPrefix: false, quality: MISSPELT });
    for (const forms of compounds) readings.push({ as: 'words', forms, quality: PARTLY });
    if (sound) readings.push({ as: 'sound', sound, quality: MISSPELT });

    const meanings: Meaning[] = [];
    if (!this.#plain.has(folded)) {
      readings.push(...this.named(folded, isPrefix));
      for (const form of corrections) {
        for (const named of this.lexicon.has(form) ? this.lexicon.exactly(form) : []) {
          readings.push(meaningReading(named, MISSPELT, false));
        }
      }
      meanings.push(...this.chipsOf(folded, corrections));
    }
    return this.segmentOf(at, at + 1, readings, meanings);
  }

  /** What a word is understood as: what it names, or what its one correction names. */
  private chipsOf(folded: string, corrections: readonly string[]): Meaning[] {
    const isNamed = this.lexicon.has(folded);
    const named = isNamed ? [folded] : corrections.filter((form) => this.lexicon.has(form));
    const [only] = named;
    if (only === undefined || named.length > 1) return [];
    return this.lexicon
      .exactly(only)
      .filter(isChip)
      .map(({ meaning }) => meaning);
  }

  /** What a word names, and what it may be the beginning of. */
  private named(form: string, isPrefix: boolean, isGuess = false): Reading[] {
    const exactly = this.lexicon.has(form) ? this.lexicon.exactly(form) : [];
    const readings = exactly.map((named) =>
      meaningReading(named, named.naming === 'part' ? PARTLY : EXACT, false),
    );
    // «romani» is Romani, not the beginning of Romanian.
    if (!isPrefix || (!isGuess && exactly.some(isChip))) return readings;
    const known = new Set(exactly.map(({ meaning }) => meaning));
    for (const named of this.lexicon.beginningWith(form)) {
      if (!known.has(named.meaning)) readings.push(meaningReading(named, PARTLY, true));
      // A single word of a place's name finds what serves the place; as a beginning of the whole name also what is wider.
      else if (named.naming !== 'part' && !exactly.includes(named))
        readings.push(meaningReading(named, PARTLY, true));
    }
    return readings;
  }

  private segmentOf(
    from: number,
    to: number,
    readings: readonly Reading[],
    meanings: readonly Meaning[],
  ): Segment {
    const { text, words } = this.query;
    const typed = text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? text.length);
    return { from, to, typed, readings, meanings: [...new Set(meanings)], isEmpty: false };
  }
}

const meaningReading = (
  { meaning, naming }: Named,
  quality: Quality,
  isLoose: boolean,
): Reading => ({
  as: 'meaning',
  meaning,
  isWide: naming !== 'part',
  isLoose: isLoose || naming === 'part',
  quality,
});
