import type { TermKind } from '#schema/directory/TermKind.ts';
import type { Meaning } from '#server/directory/Meaning.ts';
import type { TermRow } from '#server/vocabulary/Vocabulary.ts';

/** A term of a vocabulary, as what a word may mean. */
export const termMeaning = (kind: TermKind, term: TermRow): Meaning => ({
  kind,
  value: term.code,
  key: term.number,
  area: null,
});

/** What a term is called in the languages of the register. */
export const writtenNames = ({ nameNb, nameNn, nameEn }: TermRow): string[] => [
  ...new Set([nameNb, nameNn, nameEn]),
];
