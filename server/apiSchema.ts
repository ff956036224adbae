import 'reflect-metadata';

import {
  type GraphQLEnumType,
  GraphQLSchema,
  isAbstractType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';

import { accessRules } from './access/accessRules.ts';
import { CrisisResolver } from './access/crisis/CrisisResolver.ts';
import { crisisRules } from './access/crisis/crisisRules.ts';
import { closedByDefault } from './access/closedByDefault.ts';
import { commonRules } from './access/commonRules.ts';
import { purposeDirective } from './access/purposeDirective.ts';
import type { AccessRules } from './access/rules.ts';
import { ApiTokenResolver } from './access/ApiTokenResolver.ts';
import { SessionResolver } from './access/SessionResolver.ts';
import { StaffResolver } from './access/StaffResolver.ts';
import { ViewerResolver } from './access/ViewerResolver.ts';
import { related } from './common/read.ts';
import type { Row } from './common/Row.ts';
import type { Context } from './context.ts';
import { AudienceResolver } from './directory/audience/AudienceResolver.ts';
import { audienceRules } from './directory/audience/audienceRules.ts';
import { BulkResolver } from './directory/bulk/BulkResolver.ts';
import { bulkRules } from './directory/bulk/bulkRules.ts';
import { exportRules } from './directory/export/exportRules.ts';
import { ExportResolver } from './directory/export/ExportResolver.ts';
import { directoryResolvers, directoryRules, importRules } from './directory/directoryApi.ts';
import { RegisterResolver } from './directory/register/RegisterResolver.ts';
import { registerRules } from './directory/register/registerRules.ts';
import { WorkResolver } from './directory/work/WorkResolver.ts';
import { workRules } from './directory/work/workRules.ts';
import { duplicateResolvers, duplicateRules } from './directory/duplicate/duplicateApi.ts';
import { mergeResolvers, mergeRules } from './directory/merge/mergeApi.ts';
import { AreaCatchmentResolver } from './organisation/AreaCatchmentResolver.ts';
import { OrganisationResolver } from './organisation/OrganisationResolver.ts';
import { organisationRules } from './organisation/organisationRules.ts';
import { BatchResolver } from './person/batch/BatchResolver.ts';
import { batchRules } from './person/batch/batchRules.ts';
import { historyResolvers, historyRules } from './person/history/historyApi.ts';
import { AffiliationResolver, HandOverResolver } from './person/AffiliationResolver.ts';
import { ConsentTextResolver } from './person/ConsentTextResolver.ts';
import { OrganisationAffiliationsResolver } from './person/OrganisationAffiliationsResolver.ts';
import { PersonResolver } from './person/PersonResolver.ts';
import { PersonalLinkResolver } from './person/PersonalLinkResolver.ts';
import { personalLinkRules } from './person/personalLinkRules.ts';
import { personRules } from './person/personRules.ts';
import {
  callRules,
  letterRules,
  progressRules,
  reviewResolvers,
  deadlineRules,
  reviewRules,
  roundRules,
} from './review/reviewApi.ts';
import { vocabularyRules } from './vocabulary/vocabularyRules.ts';
import { VocabularyResolver } from './vocabulary/VocabularyResolver.ts';

/** What answers, in the order of the slices. */
const resolvers: NonEmptyArray<new () => object> = [
  ViewerResolver,
  CrisisResolver,
  SessionResolver,
  StaffResolver,
  ApiTokenResolver,
  VocabularyResolver,
  OrganisationResolver,
  AreaCatchmentResolver,
  PersonResolver,
  AffiliationResolver,
  HandOverResolver,
  ConsentTextResolver,
  OrganisationAffiliationsResolver,
  ...historyResolvers,
  BatchResolver,
  PersonalLinkResolver,
  ...directoryResolvers,
  ExportResolver,
  RegisterResolver,
  AudienceResolver,
  BulkResolver,
  ...reviewResolvers,
  WorkResolver,
  ...duplicateResolvers,
  ...mergeResolvers,
];

/** Who gets to it, in the order of the slices. */
export const rules: readonly AccessRules[] = [
  commonRules,
  accessRules,
  crisisRules,
  vocabularyRules,
  organisationRules,
  personRules,
  historyRules,
  batchRules,
  personalLinkRules,
  directoryRules,
  exportRules,
  importRules,
  registerRules,
  audienceRules,
  bulkRules,
  deadlineRules,
  reviewRules,
  roundRules,
  letterRules,
  callRules,
  progressRules,
  workRules,
  duplicateRules,
  mergeRules,
];

/** A field that points at other rows, by the name of its type. */
export interface Relation {
  readonly typeName: string;
  readonly field: string;
}

/** The whole API, behind its rules. Throws where a field has none. `relations`: those that are read where no plan brought them. */
export async function apiSchema(relations: readonly Relation[] = []): Promise<GraphQLSchema> {
  const { directives, ...config } = (
    await buildSchema({
      resolvers,
      validate: { forbidUnknownValues: true, whitelist: true },
    })
  ).toConfig();
  const purposes = config.types.find(({ name }) => name === 'Purpose') as GraphQLEnumType;
  const schema = new GraphQLSchema({
    ...config,
    directives: [...directives, purposeDirective(purposes)],
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // Every row says what it is; type-graphql would ask by class, and in a promise for each.
    if (isAbstractType(type)) type.resolveType = (row: { __typename: string }) => row.__typename;
  }
  for (const { typeName, field } of relations) {
    const type = schema.getType(typeName);
    const its = isObjectType(type) ? type.getFields()[field] : undefined;
    // What a slice contributes comes with a resolver of its own; an entity's own relations are read just so.
    if (its)
      its.resolve ??= (row: Row, _args, context: Context, info) => related(row, context, info);
  }
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = whatMutationsDo;
  return closedByDefault(schema, rules);
}

const whatMutationsDo =
  'What changes the register. Each is one transaction: it is done, with a row in the change log, or nothing is. ' +
  'Whoever changes a record says which version they saw (`expectedVersion`). A refusal is an error with a `code` in its `extensions`: ' +
  'UNAUTHENTICATED, FORBIDDEN, STEP_UP_REQUIRED (sign in anew first), NOT_FOUND, INVALID_INPUT (with `fields`: name of the input → what is wrong), CONFLICT (with a `reason`), ' +
  'BUSY (nothing was done; the same may go well in a moment).';

/** The API in writing, as it is committed. */
export const printApi = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
