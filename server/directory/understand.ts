import type { Found } from './dictionary.ts';
import type { Lexicon } from './Lexicon.ts';
import { addressOf, digitsOf, type QueryText } from './queryWords.ts';
import { readWords } from './readWords.ts';
import { Segments } from './Segments.ts';
import {
  EXACT,
  type Group,
  type Reading,
  type Segment,
  type Understanding,
} from './Understanding.ts';

const MOST_DIVISIONS = 24;

/** What changes how a query is understood. */
export interface Manner {
  /** What is to be taken as text alone. */
  readonly asText?: readonly string[];
  /** Whether words that are known may be misspelt as well, in every way: for when nothing is found by them as they stand. */
  readonly isForgiving?: boolean;
}

/**
 * Forstår et søk. Understands a query, by what the lexicon names and what the dictionary holds: each word by itself (`readWords`), those that can be read
 * as one (`Segments`), and in which ways the query divides into such.
 */
export function understand(
  query: QueryText,
  lexicon: Lexicon,
  found: Found,
  { asText = [], isForgiving = false }: Manner = {},
): Understanding {
  const { text, unfindable } = query;
  const words = query.words.map(({ folded }) => folded);
  const address = addressOf(text);
  if (address) return { groups: [alone(query, { as: 'address', address, quality: EXACT })], words };
  if (unfindable) return { groups: [alone(query)], words };
  const read = readWords(query, lexicon, found, isForgiving);
  const groups = groupsOf(new Segments(query, read, lexicon, found, asText), read.length);
  const digits = digitsOf(text);
  if (!digits) return { groups, words };
  const { divisions } = alone(query, { as: 'number', digits, quality: EXACT });
  const asWords = groups.flatMap((group) => group.divisions[0] ?? []);
  return { groups: [{ divisions: [...divisions, asWords] }], words };
}

/** The query as one segment, found by nothing else than this. */
function alone({ text, words }: QueryText, ...readings: Reading[]): Group {
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

/** Words that some segment of several words spans belong together; all others stand alone. */
function groupsOf(segments: Segments, count: number): Group[] {
  const multi = segments.ofSeveralWords();
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
    groups.push({ divisions: divisionsOf(segments, from, to, multi) });
    from = to;
  }
  return groups;
}

/** Every way to divide these words; the one that understands the most of them, in the fewest segments, first. */
function divisionsOf(
  segments: Segments,
  from: number,
  to: number,
  multi: readonly Segment[],
): Segment[][] {
  const found: Segment[][] = [];
  const walk = (at: number, before: Segment[]): void => {
    if (found.length >= MOST_DIVISIONS) return;
    if (at === to) {
      found.push(before);
      return;
    }
    const here = multi.filter((segment) => segment.from === at && segment.to <= to);
    for (const segment of here) walk(segment.to, [...before, segment]);
    walk(at + 1, [...before, segments.ofOneWord(at)]);
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
