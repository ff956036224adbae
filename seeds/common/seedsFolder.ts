import { dirname } from 'node:path';

/** Where the data files lie: beside the code that reads them, also in the compiled program. */
export const seedsFolder = dirname(import.meta.dirname);
