/** As a map or a newspaper writes the letters of Arabic, Persian, Urdu, Kurdish and Uighur. */
const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ٹ: 't',
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
  ظ: 'z',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  ه: 'h',
  ہ: 'h',
  ھ: 'h',
  ڵ: 'l',
  ڕ: 'r',
  ۋ: 'w',
  ڤ: 'v',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ښ: 'sh',
  ڼ: 'n',
  څ: 'ts',
  ځ: 'z',
  ڭ: 'ng',
};

const VOWELS: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ع: 'a',
  ى: 'a',
  ة: 'a',
  و: 'u',
  ي: 'i',
  ی: 'i',
  ې: 'e',
  ێ: 'e',
  ۆ: 'o',
  ە: 'e',
  ۇ: 'u',
  ؤ: 'u',
  ئ: 'i',
  ے: 'e',
  ۀ: 'e',
};

/**
 * A name in Arabic letters as somebody writes it who heard it: with the short vowels, of which nothing tells which they are. Where two
 * consonants meet, an a is put between them, the commonest of the three.
 */
export const arabicInLatin = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{M}ـ]/gu, '')
    .split(/\s+/)
    .map((word) => {
      let written = '';
      let wasConsonant = false;
      for (const letter of word) {
        const consonant = CONSONANTS[letter];
        if (consonant && wasConsonant) written += 'a';
        written += consonant ?? VOWELS[letter] ?? '';
        wasConsonant = consonant !== undefined;
      }
      return written;
    })
    .join(' ');
