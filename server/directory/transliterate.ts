import { ARABIC, CYRILLIC, CYRILLIC_NORWEGIAN, GEEZ, GEEZ_VOWELS } from './letterTables.ts';

function fromArabic(word: string): string {
  const letters = [...word];
  return letters
    .map((letter, at) => {
      if (letter === 'و' && at > 0) return 'u';
      if (letter === 'ي' && at > 0) return 'i';
      if (letter === 'ه' && at === letters.length - 1 && at > 0) return 'a';
      return ARABIC[letter] ?? letter;
    })
    .join('');
}

function fromCyrillic(word: string, table: Readonly<Record<string, string>>): string {
  // Ukrainian reads г as h; its own letters tell the language.
  const isUkrainian = /[іїєґ]/u.test(word);
  return [...word]
    .map((letter) => (isUkrainian && letter === 'г' ? 'h' : (table[letter] ?? letter)))
    .join('');
}

/** `short`: how the sixth order is read inside a word, where it is a short i or no vowel at all. */
function fromGeez(word: string, short: 'i' | ''): string {
  const signs = [...word];
  return signs
    .map((sign, at) => {
      const offset = (sign.codePointAt(0) ?? 0) - 0x1200;
      const consonant = GEEZ[offset >> 3];
      if (offset < 0 || consonant === undefined) return sign;
      const order = offset & 7;
      if (order === 5) return consonant + (at === signs.length - 1 ? '' : short);
      // አ alone is a, not e.
      if (consonant === '' && order === 0) return 'a';
      return consonant + (GEEZ_VOWELS[order] ?? '');
    })
    .join('');
}

/**
 * Omskriving. A folded word in Latin letters, when it is written in Arabic, Cyrillic or Ge'ez: what
 * somebody without that keyboard would type. Rough on purpose; misspellings are forgiven anyway.
 */
export function transliterations(word: string): string[] {
  if (/\p{Script=Arabic}/u.test(word)) {
    const bare = word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
    return bare === word ? [fromArabic(word)] : [bare, fromArabic(bare), `al ${fromArabic(bare)}`];
  }
  if (/\p{Script=Cyrillic}/u.test(word)) {
    return [...new Set([fromCyrillic(word, CYRILLIC), fromCyrillic(word, CYRILLIC_NORWEGIAN)])];
  }
  if (/\p{Script=Ethiopic}/u.test(word))
    return [...new Set([fromGeez(word, 'i'), fromGeez(word, '')])];
  return [];
}

/** A consonant, which two letters may write, before another. */
const BEFORE_CONSONANT =
  /([kstdgcz]h|(?![kstdgcz]h)[bcdfghjklmnpqrstvwxz])(?=(?!\1)[bcdfghjklmnpqrstvwxz])/g;

/**
 * How a folded word of another script may be written in the register, for whoever pastes a name as it came. Arabic leaves short vowels out:
 * between two consonants there most often is one, and an a is a slip away from each of them. Its و is o as well as u.
 */
export function latinGuesses(word: string): string[] {
  const written = transliterations(word).filter((form) => /^[a-z]+$/.test(form));
  if (!/\p{Script=Arabic}/u.test(word)) return written;
  return written.flatMap((form) => {
    const spoken = form.replace(BEFORE_CONSONANT, '$1a');
    return [form, spoken, spoken.replaceAll('u', 'o')];
  });
}
