import type { Meaning } from './Meaning.ts';

/** How well a word was found: as it stands, as the beginning or a part of another, or misspelt. */
export const EXACT = 0;
export const PARTLY = 1;
export const MISSPELT = 2;
export type Quality = typeof EXACT | typeof PARTLY | typeof MISSPELT;

/** One way in which a segment of the query can be found. */
export type Reading =
  | {
      readonly as: 'word';
      readonly form: string;
      readonly isPrefix: boolean;
      readonly quality: Quality;
    }
  /** Two words that the query writes as one. */
  | { readonly as: 'words'; readonly forms: readonly string[]; readonly quality: Quality }
  /** Names in Arabic letters, of which only the consonants were heard. */
  | { readonly as: 'sound'; readonly sound: string; readonly quality: Quality }
  /** `isLoose`: the word is only the beginning of what names the meaning. */
  | {
      readonly as: 'meaning';
      readonly meaning: Meaning;
      readonly isWide: boolean;
      readonly isLoose: boolean;
      readonly quality: Quality;
    }
  | { readonly as: 'number'; readonly digits: string; readonly quality: Quality }
  | { readonly as: 'address'; readonly address: string; readonly quality: Quality };

/** Some words of the query that stand together and are read as one. Any of its readings will do. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** As typed. */
  readonly typed: string;
  readonly readings: readonly Reading[];
  /** What it is understood as, for a chip. */
  readonly meanings: readonly Meaning[];
  /** Words like «i» and «finn», which every entry fits; though some names have them. */
  readonly isEmpty: boolean;
}

/** Some words that can be divided into segments in one way or several. Any of them will do. */
export interface Group {
  readonly divisions: readonly (readonly Segment[])[];
}

/** Forståelse. What a query asks for: all of its groups. */
export interface Understanding {
  readonly groups: readonly Group[];
  readonly words: readonly string[];
}
