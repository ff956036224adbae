import type { Found } from './dictionary.ts';
import { foldedWords } from './fold.ts';
import type { Lexicon, Meaning, Named } from './Lexicon.ts';
import { distance, forgiven, soundsAlike } from './misspelling.ts';
import { emptyWords, sideWords } from './plainWords.ts';
import { addressOf, digitsOf, type QueryText, type QueryWord } from './queryWords.ts';
import {
  EXACT,
  type Group,
  MISSPELT,
  PARTLY,
  type Quality,
  type Reading,
  type Segment,
  type Understanding,
} from './Understanding.ts';
import { soundOf } from './sound.ts';
import { joinedForms, splits, stems } from './wordForms.ts';

const LONGEST_PHRASE = 5;
const MOST_DIVISIONS = 24;
const MOST_CORRECTIONS = 8;
/** Of words that are somebody's, and may be a slip of somebody else's. */
const MOST_FORGIVEN = 24;
/** So short a word begins too much; in the midst of a query it is taken as it stands. */
const LONGEST_SHORT_WORD = 3;
/** Says nothing even when it comes last; folded it would begin Ålesund. */
const EVERYBODY = 'alle';

/** What changes how a query is understood. */
export interface Manner {
  /** What is to be taken as text alone. */
  readonly asText?: readonly string[];
  /** Whether words that are known may be misspelt as well, in every way: for when nothing is found by them as they stand. */
  readonly isForgiving?: boolean;
}

/** Understands a query, by what the lexicon names and what the dictionary holds. */
export function understand(
  query: QueryText,
  lexicon: Lexicon,
  found: Found,
  manner: Manner = {},
): Understanding {
  return new Reader(query, lexicon, found, manner).read();
}

interface Word {
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

class Reader {
  readonly #words: readonly Word[];
  readonly #plain: ReadonlySet<string>;
  /** Whether to forgive also what is known. */
  readonly #isForgiving: boolean;

  constructor(
    private readonly query: QueryText,
    private readonly lexicon: Lexicon,
    private readonly found: Found,
    { asText = [], isForgiving = false }: Manner,
  ) {
    // Who names nothing but terms has spelt them.
    this.#isForgiving = isForgiving && !query.words.every(({ folded }) => this.isTerm(folded));
    this.#plain = new Set(asText.map((phrase) => foldedWords(phrase).join(' ')));
    const isAside = query.words.some(
      ({ folded }) => !sideWords.has(folded) && !emptyWords.has(folded),
    );
    this.#words = query.words.map((word, at) =>
      this.word(word, at === query.words.length - 1, isAside),
    );
  }

  read(): Understanding {
    const { text, words, unfindable } = this.query;
    const address = addressOf(text);
    const folded = words.map((word) => word.folded);
    if (address) {
      return { groups: [this.alone({ as: 'address', address, quality: EXACT })], words: folded };
    }
    if (unfindable) return { groups: [this.alone()], words: folded };
    const groups = this.groups();
    const digits = digitsOf(text);
    if (!digits) return { groups, words: folded };
    const { divisions } = this.alone({ as: 'number', digits, quality: EXACT });
    const asWords = groups.flatMap((group) => group.divisions[0] ?? []);
    return { groups: [{ divisions: [...divisions, asWords] }], words: folded };
  }

  /** The query as one segment, found by nothing else than this. */
  private alone(...readings: Reading[]): Group {
    const { text, words } = this.query;
    const segment = {
      from: 0,
      to: words.length,
      typed: text,
      readings,
      meanings: [],
      isEmpty: false,
    };
    return { divisions: [[segment]] };
  }

  private word({ folded, spelt, start, end }: QueryWord, isLast: boolean, isAside: boolean): Word {
    const typed = this.query.text.slice(start, end).toLowerCase();
    // «zzzz» is no z: what folding leaves one letter of begins nothing and is no little word.
    const isRun = folded.length === 1 && typed.length > 2;
    const { words, beginnings } = this.found;
    const isKnown = words.has(folded) || this.lexicon.has(folded);
    const begins = beginnings.has(folded) || this.lexicon.hasBeginning(folded);
    const isUnknown = !isKnown && !begins && !emptyWords.has(folded);
    const isLittle = emptyWords.has(folded) && (!isLast || (!isKnown && !begins));
    const isInitial = folded.length === 1;
    const mayBeMeant = isUnknown || (this.#isForgiving && !emptyWords.has(folded));
    return {
      folded,
      isTerm: this.isTerm(folded),
      isUnknown,
      isPrefix:
        !isRun &&
        (isLast || (!isKnown && begins && (isInitial || folded.length > LONGEST_SHORT_WORD))),
      isEmpty: !isRun && (isLittle || typed === EVERYBODY || (isAside && sideWords.has(folded))),
      corrections: mayBeMeant ? this.corrections([folded, spelt], isLast, isUnknown) : [],
      compounds: mayBeMeant
        ? splits(folded).filter(([first, second]) => this.knows(first) && this.knows(second))
        : [],
      sound: this.#isForgiving ? this.sound(folded) : null,
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

  /** The nearest known words, or all that are near. What is still being typed may also be near the beginning of one. */
  private corrections(ways: readonly string[], isLast: boolean, isUnknown: boolean): string[] {
    const candidates = new Set(this.found.neighbours);
    for (const way of ways) for (const near of this.lexicon.near(way)) candidates.add(near);
    for (const way of ways) candidates.delete(way);
    const scored = [...candidates].flatMap((candidate) => {
      const slips = Math.min(
        ...ways.map((way) => this.slips(way, candidate, isLast, isUnknown ? 2 : 1)),
      );
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

  /** Words that some segment of several words spans belong together; all others stand alone. */
  private groups(): Group[] {
    const count = this.#words.length;
    const multi = this.multiWordSegments();
    const groups: Group[] = [];
    let from = 0;
    while (from < count) {
      let to = from + 1;
      for (let grown = true; grown;) {
        grown = false;
        for (const segment of multi) {
          if (segment.from < to && segment.to > to && segment.from >= from) {
            to = segment.to;
            grown = true;
          }
        }
      }
      groups.push({ divisions: this.divisions(from, to, multi) });
      from = to;
    }
    return groups;
  }

  /** Every way to divide these words; the one that understands the most of them, in the fewest segments, first. */
  private divisions(from: number, to: number, multi: readonly Segment[]): Segment[][] {
    const found: Segment[][] = [];
    const walk = (at: number, before: Segment[]): void => {
      if (found.length >= MOST_DIVISIONS) return;
      if (at === to) {
        found.push(before);
        return;
      }
      const here = multi.filter((segment) => segment.from === at && segment.to <= to);
      for (const segment of here) walk(segment.to, [...before, segment]);
      walk(at + 1, [...before, this.singleSegment(at)]);
    };
    walk(from, []);
    const understood = (division: readonly Segment[]) =>
      division.reduce(
        (sum, segment) => sum + (segment.meanings.length ? segment.to - segment.from : 0),
        0,
      );
    return found.sort(
      (one, other) => understood(other) - understood(one) || one.length - other.length,
    );
  }

  private multiWordSegments(): Segment[] {
    const segments: Segment[] = [];
    for (let from = 0; from < this.#words.length; from++) {
      for (let to = from + 2; to <= Math.min(from + LONGEST_PHRASE, this.#words.length); to++) {
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
    const words = this.#words.slice(from, to);
    const plain = words.map(({ folded }) => folded).join(' ');
    if (this.#plain.has(plain)) return null;
    const isLast = to === this.#words.length;
    const readings: Reading[] = [];
    const meanings: Meaning[] = [];
    for (const { phrase, quality } of this.spellings(words)) {
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

  /** The words as typed and, where some are unknown, as they may have been meant. */
  private spellings(words: readonly Word[]): { phrase: string; quality: Quality }[] {
    let found: { phrase: string; quality: Quality }[] = [{ phrase: '', quality: EXACT }];
    for (const { folded, isUnknown, corrections } of words) {
      const meant = corrections.map((form) => ({ form, isMeant: true }));
      const options =
        isUnknown && meant.length ? meant : [{ form: folded, isMeant: false }, ...meant];
      found = found
        .flatMap(({ phrase, quality }) =>
          options.map(({ form, isMeant }) => ({
            phrase: phrase ? `${phrase} ${form}` : form,
            quality: isMeant ? (MISSPELT as Quality) : quality,
          })),
        )
        .slice(0, 32);
    }
    return found;
  }

  /** «kvinne forening» for «kvinneforening» (særskriving). */
  private joinedSegment(from: number): Segment | null {
    const [first, second] = [this.#words[from], this.#words[from + 1]];
    if (!first || !second) return null;
    const isLast = from + 2 === this.#words.length;
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

  private singleSegment(at: number): Segment {
    const word = this.#words[at];
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

const isChip = ({ naming }: Named): boolean => naming !== 'part';

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
