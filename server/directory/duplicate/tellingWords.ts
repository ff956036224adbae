import { emptyWords } from '#server/directory/plainWords.ts';
import { foldedWords } from '#server/directory/fold.ts';

/** Words that names of organisations have without being told apart by them, in the languages they are written in. */
export const particles: ReadonlySet<string> = new Set([
  ...emptyWords,
  ...foldedWords(
    'forening foreningen foreninga foreining foreininga forbund forbundet lag laget organisasjon organisasjonen organisasjonar gruppe gruppa ' +
      'stiftelse stiftelsen stifting stiftinga nettverk nettverket union klubb klubben samfunn samfunnet senter senteret ' +
      'norge noreg norway norsk norske norwegian norvege avd avdeling lokallag krets region ' +
      'association organisation organization society community group club foundation network center centre',
  ),
]);

/** Ord som skiller. The folded words of a name that tell it from others; all of them where none does. */
export function tellingWords(name: string): string[] {
  const words = [...new Set(foldedWords(name))];
  const telling = words.filter((word) => !particles.has(word) && word.length > 1);
  return telling.length ? telling : words;
}
