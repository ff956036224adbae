import { BEGINNINGS, lettersIn, tags } from './lexemes.ts';
import { and, type Condition, lexeme, not, or } from './tsquery.ts';

/**
 * What the beginning of a word may become, by that beginning: the first letters that are lexemes of their own, or whole words. What may
 * become too much is not here.
 */
export type Completions = ReadonlyMap<string, readonly string[]>;

/** Up to how many letters a beginning is completed; to whole words where it has more than any lexeme for beginnings. */
export const completedTo = (beginning: string): number =>
  BEGINNINGS.find((length) => length >= lettersIn(beginning)) ?? Infinity;

const PART = tags.part('');
const isOtherTag = (text: string): boolean => /^[A-Z]:/.test(text) && !text.startsWith(PART);

/**
 * The same condition for the index, in whole lexemes. Looking up a beginning there gathers every entry of every word that begins so, however
 * few of them the rest of the question leaves: at a million organisations 150 ms for «somali forening», and 10 without.
 */
export function indexed(condition: Condition, completions: Completions): Condition {
  switch (condition.op) {
    case 'not':
      return not(indexed(condition.part, completions));
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => indexed(part, completions));
      return condition.op === 'and' ? and(...parts) : or(...parts);
    }
    case 'lexeme': {
      const { lexeme: text, isPrefix } = condition;
      if (!isPrefix || isOtherTag(text)) return condition;
      const isPart = text.startsWith(PART);
      const beginning = isPart ? text.slice(PART.length) : text;
      const length = completedTo(beginning);
      if (length === lettersIn(beginning)) return lexeme(tags.beginning(beginning));
      const completed = completions.get(beginning);
      if (!completed) return condition;
      // Words and parts have their beginnings in common; whoever asks for the one asks for the other.
      return or(
        ...completed.map((word) => {
          if (lettersIn(word) === length) return lexeme(tags.beginning(word));
          return lexeme(isPart ? tags.part(word) : word);
        }),
      );
    }
  }
}
