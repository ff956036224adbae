/**
 * What is heard of each Arabic letter, as folding leaves them, by whoever writes it in Latin letters. Vowels are not written, and h, w
 * and y come and go with the language.
 */
const HEARD: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ٹ: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  چ: 's',
  خ: 'k',
  د: 'd',
  ڈ: 'd',
  ذ: 'd',
  ض: 'd',
  ظ: 'd',
  ر: 'r',
  ڑ: 'r',
  ز: 's',
  ژ: 's',
  س: 's',
  ش: 's',
  ص: 's',
  غ: 'g',
  گ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ښ: 's',
  ڼ: 'n',
  ڤ: 'f',
};

const ARABIC = /\p{Script=Arabic}/u;

/** Two letters for one sound. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/kh|q|c(?!h)|x/g, 'k'],
  [/gh/g, 'g'],
  [/sh|sj|ch|tsj|zh|zj|z/g, 's'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph/g, 'f'],
  [/p/g, 'b'],
];

const SHORTEST = 2;

/**
 * Klang. The consonants that are heard in a folded word: all that a name in Arabic letters and the same name in Latin ones, written by
 * whoever heard it, have in common. «jamiyat» and جمعيات are both jmt. Null where that is too little to go by.
 */
function heard(word: string): string | null {
  const consonants = ARABIC.test(word)
    ? [...word].map((letter) => HEARD[letter] ?? '').join('')
    : PAIRS.reduce((text, [letters, sound]) => text.replace(letters, sound), word).replaceAll(
        /[^bdfgjklmnrst]/g,
        '',
      );
  return consonants.length < SHORTEST ? null : consonants;
}

/** How a word in Arabic letters may sound: with the article or without, and with the t that only some say at its end. */
export function soundsOf(word: string): string[] {
  if (!ARABIC.test(word)) return [];
  const bare = word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
  const sounds = [...new Set([word, bare])].flatMap((form) => {
    const sound = heard(form);
    if (sound === null) return [];
    return form.endsWith('ه') ? [sound, `${sound}t`] : [sound];
  });
  return [...new Set(sounds)];
}

/** How a word in Latin letters sounds. */
export const soundOf = (word: string): string | null =>
  /^[a-z]+$/.test(word) ? heard(word) : null;
