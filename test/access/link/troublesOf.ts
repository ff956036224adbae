import { linkLanguages } from '#server/access/link/words/linkWords.ts';

const blanksOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted().join(' ');

/** The letters that a language is written in, where they are not those of Norwegian. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ti: /\p{Script=Ethiopic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
};

/** What is wrong with words, language by language: what is missing, left over, or left as another language has it. */
export function troublesOf(
  words: Readonly<Record<string, object>>,
  {
    same = [],
  }: { /** Texts that may be alike everywhere. */ readonly same?: readonly string[] } = {},
): string[] {
  const source = Object.entries(words['nb'] ?? {}) as [string, string | boolean][];
  return linkLanguages.flatMap((language) => {
    const theirs = { ...words[language] } as Record<string, string | boolean>;
    const extra = Object.keys(theirs).filter((key) => !source.some(([name]) => name === key));
    const troubles = source.flatMap(([key, text]): string[] => {
      const said = theirs[key];
      if (typeof text !== 'string' || key === 'draft') return said === undefined ? [key] : [];
      if (typeof said !== 'string' || !said.trim()) return [`${key} is missing`];
      if (blanksOf(said) !== blanksOf(text)) return [`${key} has other blanks`];
      if (!scripts[language] || same.includes(key)) return [];
      return scripts[language].test(said) ? [] : [`${key} is not in its letters`];
    });
    return [...extra.map((key) => `${key} is too many`), ...troubles].map(
      (trouble) => `${language}: ${trouble}`,
    );
  });
}
