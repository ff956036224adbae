import { foldedWords } from '#server/directory/fold.ts';

/** Phrases that stand in one text. */
export const phrases = (text: string): string[] => text.split(';').map((phrase) => phrase.trim());

/** A phrase, folded. */
export const folded = (text: string): string => foldedWords(text).join(' ');
