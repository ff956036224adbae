import type { Conditions } from './conditions.ts';
import type { Completions } from './indexed.ts';
import type { Asker } from './lexemes.ts';
import type { Narrowed } from './narrow.ts';
import type { Understanding } from './Understanding.ts';

/** Everything that decides which entries are hits, and in which order. */
export interface Query {
  readonly understanding: Understanding;
  readonly conditions: Conditions;
  readonly narrowed: Narrowed;
  readonly asker: Asker;
  /** Found by a number or address that only the whole of finds, whatever their words. */
  readonly people: readonly string[];
  /** What its unfinished words may become. */
  readonly completions: Completions;
}
