import { writeFileSync } from 'node:fs';

import { accessPage } from './access/accessPage.ts';
import { apiSchema, printApi, rules } from './apiSchema.ts';

/** Writes schema/schema.graphql and docs/access.md from the code. A test fails where somebody forgot to. */
const schema = await apiSchema();
writeFileSync('schema/schema.graphql', printApi(schema));
writeFileSync('docs/access.md', accessPage(schema, rules));
