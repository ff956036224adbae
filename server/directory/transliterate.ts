/** Arabic letters as folding leaves them. و and ي are consonants first in a word and vowels inside it. */
const ARABIC: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ڈ: 'd',
  ذ: 'dh',
  ر: 'r',
  ڑ: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ٹ: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ڤ: 'v',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ږ: 'zh',
  ښ: 'sh',
  ڼ: 'n',
  څ: 'ts',
  ځ: 'dz',
};

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  є: 'je',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
  ѓ: 'g',
  ќ: 'k',
  ѕ: 'z',
  қ: 'k',
  ғ: 'g',
  ң: 'n',
  ө: 'o',
  ү: 'u',
  ұ: 'u',
  һ: 'h',
  ә: 'a',
  ў: 'u',
  ӏ: '',
};

/** As Norwegian newspapers write them, where that differs: Tsjernihiv, Zjytomyr, Kharkiv. */
const CYRILLIC_NORWEGIAN: Readonly<Record<string, string>> = {
  ...CYRILLIC,
  ж: 'zj',
  ч: 'tsj',
  ш: 'sj',
  щ: 'sjtsj',
};

/** The consonants of the Ge'ez rows, eight signs to a row from U+1200. */
const GEEZ = [
  'h',
  'l',
  'h',
  'm',
  's',
  'r',
  's',
  'sh',
  'q',
  'qw',
  'q',
  'qw',
  'b',
  'v',
  't',
  'ch',
  'h',
  'hw',
  'n',
  'ny',
  '',
  'k',
  'kw',
  'kh',
  'khw',
  'w',
  '',
  'z',
  'zh',
  'y',
  'd',
  'd',
  'j',
  'g',
  'gw',
  'ng',
  't',
  'ch',
  'p',
  'ts',
  'ts',
  'f',
  'p',
];
const GEEZ_VOWELS = ['e', 'u', 'i', 'a', 'e', 'i', 'o', 'wa'];

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
