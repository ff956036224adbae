import { writeFileSync } from 'node:fs';

import { apiSchema, printApi } from './apiSchema.ts';

/** Writes schema/schema.graphql from the code. A test fails where somebody forgot to. */
writeFileSync('schema/schema.graphql', printApi(await apiSchema()));
