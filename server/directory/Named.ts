import type { Meaning } from './Meaning.ts';

/** How a phrase names its meaning: by all of its name, by the name of its family («arabisk»), by one word of several. */
export type Naming = 'whole' | 'family' | 'part';

export interface Named {
  readonly meaning: Meaning;
  readonly naming: Naming;
}

/** Whether it is called that, so that a query which says so is told how it was understood. */
export const isChip = ({ naming }: Named): boolean => naming !== 'part';
