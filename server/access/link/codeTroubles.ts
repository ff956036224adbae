import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { Redeemed } from './shortCode.ts';
import { linkWords } from './words/linkWords.ts';

/** Why a code from a letter has opened nothing. */
export type CodeTrouble = 'tooMany' | Exclude<Redeemed, 'right'>;

/** Hva som var galt med koden. What a page says of each trouble. */
export function codeTroubles(language: LinkLanguage): Readonly<Record<CodeTrouble, string>> {
  const { codeWrong, codeLocked, codeGone, codeTooMany } = linkWords[language];
  return { wrong: codeWrong, locked: codeLocked, gone: codeGone, tooMany: codeTooMany };
}
