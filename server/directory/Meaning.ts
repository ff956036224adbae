import type { TermKind } from '#schema/directory/TermKind.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';

/** Betydning. What a word can be understood as: a term of a vocabulary, or a value of an enum. */
export interface Meaning {
  readonly kind: TermKind;
  /** The code of the term, or the name of the enum's value. */
  readonly value: string;
  /** The number of the term, or the value of the enum. */
  readonly key: number | string;
  readonly area: AreaRow | null;
}
