import type { ExportWords } from './exportWords.ts';

/** Fortelling. What it takes to tell of a record in a file, and to take down whose contact details were told. */
export interface Telling {
  readonly words: ExportWords;
  /** The file says in full how this person is reached. */
  readonly shows: (personId: string) => void;
}
