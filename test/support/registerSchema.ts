import type { GraphQLObjectType } from 'graphql';

import { accessRules } from '#server/access/accessRules.ts';
import { crisisRules } from '#server/access/crisis/crisisRules.ts';
import { registerRules } from '#server/directory/register/registerRules.ts';
import { bulkRules } from '#server/directory/bulk/bulkRules.ts';
import { audienceRules } from '#server/directory/audience/audienceRules.ts';
import { workRules } from '#server/directory/work/workRules.ts';
import { duplicateRules } from '#server/directory/duplicate/duplicateRules.ts';
import { mergeRules } from '#server/directory/merge/mergeRules.ts';
import { historyRules } from '#server/person/history/historyRules.ts';
import { personalLinkRules } from '#server/person/personalLinkRules.ts';
import { builtSchema } from './theSchema.ts';

/**
 * The API for those who ask anything at all of the register. What access is asked has few askers and tests of its own, but for the
 * question that everyone asks.
 */
export const registerSchema = await builtSchema();

for (const name of Object.keys(accessRules.query ?? {})) {
  if (name !== 'viewer') delete registerSchema.getQueryType()?.getFields()[name];
}

// So have traces: who changed what, and who read what of whom; and personal links, what is opened in a crisis, and the registers of others.
for (const name of Object.keys(historyRules.query ?? {})) {
  delete registerSchema.getQueryType()?.getFields()[name];
}
for (const name of Object.keys({
  ...personalLinkRules.query,
  ...crisisRules.query,
  ...registerRules.query,
  ...workRules.query,
})) {
  delete registerSchema.getQueryType()?.getFields()[name];
}
for (const name of ['Organisation', 'Person']) {
  delete (registerSchema.getType(name) as GraphQLObjectType).getFields()['history'];
}

// What somebody has saved is theirs: a random asker has saved nothing.
for (const name of Object.keys({ ...audienceRules.query, ...bulkRules.query })) {
  delete registerSchema.getQueryType()?.getFields()[name];
}

// Merging and duplicates are for few, and have tests of their own.
for (const name of Object.keys({ ...mergeRules.query, ...duplicateRules.query })) {
  delete registerSchema.getQueryType()?.getFields()[name];
}
