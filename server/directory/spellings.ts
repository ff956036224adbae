import type { ReadWord } from './readWords.ts';
import { EXACT, MISSPELT, type Quality } from './Understanding.ts';

/** A phrase whose words are all misspelt may have been meant for so many others at most. */
const MOST_SPELLINGS = 32;

interface Spelling {
  readonly phrase: string;
  readonly quality: Quality;
}

/** The words as typed and, where some are unknown, as they may have been meant. */
export function spellings(words: readonly ReadWord[]): Spelling[] {
  let found: Spelling[] = [{ phrase: '', quality: EXACT }];
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
      .slice(0, MOST_SPELLINGS);
  }
  return found;
}
