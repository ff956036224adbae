import 'reflect-metadata';

import { type GraphQLSchema, isAbstractType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';

import { accessRules } from './access/accessRules.ts';
import { closedByDefault } from './access/closedByDefault.ts';
import { commonRules } from './access/commonRules.ts';
import type { AccessRules } from './access/rules.ts';
import { ViewerResolver } from './access/ViewerResolver.ts';
import { directoryResolvers, directoryRules } from './directory/directoryApi.ts';
import { AreaCatchmentResolver } from './organisation/AreaCatchmentResolver.ts';
import { OrganisationResolver } from './organisation/OrganisationResolver.ts';
import { organisationRules } from './organisation/organisationRules.ts';
import { OrganisationAffiliationsResolver } from './person/OrganisationAffiliationsResolver.ts';
import { PersonResolver } from './person/PersonResolver.ts';
import { personRules } from './person/personRules.ts';
import { vocabularyRules } from './vocabulary/vocabularyRules.ts';
import { VocabularyResolver } from './vocabulary/VocabularyResolver.ts';

/** What answers, in the order of the slices. */
const resolvers: NonEmptyArray<new () => object> = [
  ViewerResolver,
  VocabularyResolver,
  OrganisationResolver,
  AreaCatchmentResolver,
  PersonResolver,
  OrganisationAffiliationsResolver,
  ...directoryResolvers,
];

/** Who gets to it, in the order of the slices. */
const rules: readonly AccessRules[] = [
  commonRules,
  accessRules,
  vocabularyRules,
  organisationRules,
  personRules,
  directoryRules,
];

/** The whole API, behind its rules. Throws where a field has none. */
export async function apiSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: { forbidUnknownValues: true, whitelist: true },
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // Every row says what it is; type-graphql would ask by class, and in a promise for each.
    if (isAbstractType(type)) type.resolveType = (row: { __typename: string }) => row.__typename;
  }
  return closedByDefault(schema, rules);
}

/** The API in writing, as it is committed. */
export const printApi = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
