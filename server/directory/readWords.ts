import type { Found } from './dictionary.ts';
import type { Lexicon } from './Lexicon.ts';
import { distance, forgiven, soundsAlike } from './misspelling.ts';
import { isChip } from './Named.ts';
import { emptyWords, negations, sideWords } from './plainWords.ts';
import type { QueryText, QueryWord } from './queryWords.ts';
import { soundOf } from './sound.ts';
import { splits } from './wordForms.ts';

const MOST_CORRECTIONS = 8;
/** Of words that are somebody's, and may be a slip of somebody else's. */
const MOST_FORGIVEN = 24;
/** So short a word begins too much; in the midst of a query it is taken as it stands. */
const LONGEST_SHORT_WORD = 3;
/** Says nothing even when it comes last; folded it would begin Ålesund. */
const EVERYBODY = 'alle';

/** Lest ord. A word of a query, by itself: what it is and what it may have been meant for. */
export interface ReadWord {
  readonly folded: string;
  /** Whether it is all of what some term is called. */
  readonly isTerm: boolean;
  readonly isEmpty: boolean;
  /** Whether it begins, rather than is, what it is taken for. */
  readonly isPrefix: boolean;
  /** Whether it neither is nor begins anything: then it can only be misspelt. */
  readonly isUnknown: boolean;
  readonly corrections: readonly string[];
  readonly compounds: readonly (readonly string[])[];
  /** What it may have been heard as. */
  readonly sound: string | null;
}

/** Reads each word of a query by itself. `isForgiving`: whether words that are known may be misspelt as well. */
export function readWords(
  query: QueryText,
  lexicon: Lexicon,
  found: Found,
  isForgiving: boolean,
): ReadWord[] {
  return new WordReader(query, lexicon, found, isForgiving).read();
}

class WordReader {
  /** Whether to forgive also what is known. */
  readonly #isForgiving: boolean;

  constructor(
    private readonly query: QueryText,
    private readonly lexicon: Lexicon,
    private readonly found: Found,
    isForgiving: boolean,
  ) {
    // Who names nothing but terms has spelt them.
    this.#isForgiving = isForgiving && !query.words.every(({ folded }) => this.isTerm(folded));
  }

  read(): ReadWord[] {
    const { words } = this.query;
    const isAside = words.some(({ folded }) => !sideWords.has(folded) && !emptyWords.has(folded));
    return words.map((word, at) => this.word(word, at === words.length - 1, isAside));
  }

  private word(
    { folded, spelt, latin, start, end }: QueryWord,
    isLast: boolean,
    isAside: boolean,
  ): ReadWord {
    const typed = this.query.text.slice(start, end).toLowerCase();
    // «zzzz» is no z: what folding leaves one letter of begins nothing and is no little word.
    const isRun = folded.length === 1 && typed.length > 2;
    const { words, beginnings } = this.found;
    const isKnown = words.has(folded) || this.lexicon.has(folded);
    const begins = beginnings.has(folded) || this.lexicon.hasBeginning(folded);
    const isUnknown = !isKnown && !begins && !emptyWords.has(folded);
    const isLittle = emptyWords.has(folded) && (!isLast || (!isKnown && !begins));
    const isInitial = folded.length === 1;
    const isNegation = negations.has(folded);
    const mayBeMeant = !isNegation && (isUnknown || (this.#isForgiving && !emptyWords.has(folded)));
    const mayBegin = isInitial || (folded.length > LONGEST_SHORT_WORD && !isNegation);
    return {
      folded,
      isTerm: this.isTerm(folded),
      isUnknown,
      isPrefix: !isRun && (isLast || (!isKnown && begins && mayBegin)),
      isEmpty: !isRun && (isLittle || typed === EVERYBODY || (isAside && sideWords.has(folded))),
      corrections: mayBeMeant ? this.corrections([folded, spelt], latin, isLast, isUnknown) : [],
      compounds: mayBeMeant
        ? splits(folded).filter(([first, second]) => this.knows(first) && this.knows(second))
        : [],
      sound: this.#isForgiving && !isNegation ? this.sound(folded) : null,
    };
  }

  /** Two consonants alone are too little. */
  private sound(word: string): string | null {
    const sound = soundOf(word);
    return sound && sound.length < LONGEST_SHORT_WORD && this.query.words.length === 1
      ? null
      : sound;
  }

  private knows(word: string): boolean {
    return this.found.words.has(word) || this.lexicon.has(word);
  }

  /** Whether this is all of what some term is called. */
  private isTerm(word: string): boolean {
    return this.lexicon.has(word) && this.lexicon.exactly(word).some(isChip);
  }

  /**
   * The nearest known words, or all that are near. What is still being typed may also be near the beginning of one; what is written in
   * other letters is as good as its transcription.
   */
  private corrections(
    typed: readonly string[],
    latin: readonly string[],
    isLast: boolean,
    isUnknown: boolean,
  ): string[] {
    const ways = [...typed, ...latin];
    const candidates = new Set(this.found.neighbours);
    for (const way of ways) for (const near of this.lexicon.near(way)) candidates.add(near);
    for (const way of typed) candidates.delete(way);
    const scored = [...candidates].flatMap((candidate) => {
      // Rough as a transcription is, it is a slip away from a term, or was not meant for one.
      const most = isUnknown && !(latin.length && this.lexicon.has(candidate)) ? 2 : 1;
      const slips = Math.min(...ways.map((way) => this.slips(way, candidate, isLast, most)));
      return slips === Infinity ? [] : [{ candidate, slips }];
    });
    const best = Math.min(...scored.map(({ slips }) => slips));
    return (
      scored
        // A name may be a slip for a name farther off; a place or a language that is farther off than another was not meant.
        .filter(
          ({ candidate, slips }) =>
            slips === best || (this.#isForgiving && !this.lexicon.has(candidate)),
        )
        .sort((one, other) => one.slips - other.slips || (one.candidate < other.candidate ? -1 : 1))
        .slice(0, this.#isForgiving ? MOST_FORGIVEN : MOST_CORRECTIONS)
        .map(({ candidate }) => candidate)
    );
  }

  /** How far a word is from another that may have been meant; infinitely far when that is not forgiven. */
  private slips(word: string, candidate: string, isLast: boolean, most: 1 | 2): number {
    const limit = Math.min(most, forgiven(word));
    const isOtherSound = limit === 1 && !soundsAlike(word[0], candidate[0]);
    // In a short word one other letter makes another word: «jente» is no Center.
    if (limit === 0 || (isOtherSound && !this.#isForgiving)) return Infinity;
    const whole = distance(word, candidate, limit);
    const isLonger = isLast && candidate.length > word.length && !isOtherSound;
    const started = isLonger ? distance(word, candidate.slice(0, word.length), limit) : whole;
    const slips = Math.min(whole, started + (isLonger ? 0.25 : 0));
    // People seldom miss the first letter: «smali» is somali before it is mali.
    return slips < limit + 1 ? slips + (candidate[0] === word[0] ? 0 : 0.5) : Infinity;
  }
}
