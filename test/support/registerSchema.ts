import type { GraphQLObjectType } from 'graphql';

import { accessRules } from '#server/access/accessRules.ts';
import { crisisRules } from '#server/access/crisis/crisisRules.ts';
import type { AccessRules } from '#server/access/rules.ts';
import { audienceRules } from '#server/directory/audience/audienceRules.ts';
import { bulkRules } from '#server/directory/bulk/bulkRules.ts';
import { duplicateRules } from '#server/directory/duplicate/duplicateRules.ts';
import { exportRules } from '#server/directory/export/exportRules.ts';
import { importRules } from '#server/directory/import/importRules.ts';
import { mergeRules } from '#server/directory/merge/mergeRules.ts';
import { registerRules } from '#server/directory/register/registerRules.ts';
import { workRules } from '#server/directory/work/workRules.ts';
import { batchRules } from '#server/person/batch/batchRules.ts';
import { historyRules } from '#server/person/history/historyRules.ts';
import { personalLinkRules } from '#server/person/personalLinkRules.ts';
import { callRules } from '#server/review/call/callRules.ts';
import { deadlineRules } from '#server/review/deadline/deadlineRules.ts';
import { letterRules } from '#server/review/letter/letterRules.ts';
import { progressRules } from '#server/review/progress/progressRules.ts';
import { reviewRules } from '#server/review/reviewRules.ts';
import { roundRules } from '#server/review/round/roundRules.ts';
import { builtSchema } from './theSchema.ts';

/**
 * The API for those who ask anything at all of the register: what has few askers has tests of its own, but for the question that
 * everyone asks.
 */
export const registerSchema = await builtSchema();

const fewAsk: readonly AccessRules[] = [
  accessRules,
  // Traces: who changed what, and who read what of whom.
  historyRules,
  personalLinkRules,
  crisisRules,
  // What others answer for.
  registerRules,
  // What is somebody's own: a random asker has saved, brought and fetched nothing.
  audienceRules,
  bulkRules,
  batchRules,
  importRules,
  exportRules,
  // What editors do.
  mergeRules,
  duplicateRules,
  workRules,
  reviewRules,
  roundRules,
  progressRules,
  callRules,
  letterRules,
  deadlineRules,
];
for (const name of fewAsk.flatMap(({ query }) => Object.keys(query ?? {}))) {
  if (name !== 'viewer') delete registerSchema.getQueryType()?.getFields()[name];
}
// What is archived is for editors, and read as a log is.
for (const name of ['archivedOrganisations', 'archivedPeople']) {
  delete registerSchema.getQueryType()?.getFields()[name];
}
for (const name of ['Organisation', 'Person', 'Affiliation']) {
  delete (registerSchema.getType(name) as GraphQLObjectType).getFields()['history'];
}
