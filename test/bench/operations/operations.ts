import type { Operation } from './Operation.ts';
import { Q1 } from './Q1/Q1.ts';
import { Q2 } from './Q2/Q2.ts';
import { Q3 } from './Q3/Q3.ts';
import { Q4 } from './Q4/Q4.ts';
import { Q5 } from './Q5/Q5.ts';

/** What is asked, in the order of the targets. */
export const operations: readonly Operation[] = [Q1, Q2, Q3, Q4, Q5];
