import { MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLObjectType } from 'graphql';
import pg from 'pg';

import { accessRules } from '#server/access/accessRules.ts';
import { apiSchema } from '#server/apiSchema.ts';
import { ormOptions } from '#server/orm.ts';
import { historyRules } from '#server/person/history/historyRules.ts';
import { readModelOf } from '#server/readModel.ts';

// The entities say what relations there are; nobody connects to a database for it.
const orm = await MikroORM.init(ormOptions(new pg.Pool()));

/**
 * The API as it is built, for those who ask anything at all of the register. What access is asked has few askers and tests of its own, but
 * for the question that everyone asks.
 */
export const schema = await apiSchema(readModelOf(orm.getMetadata()).relations());

for (const name of Object.keys(accessRules.query ?? {})) {
  if (name !== 'viewer') delete schema.getQueryType()?.getFields()[name];
}

// So have traces: who changed what, and who read what of whom.
for (const name of Object.keys(historyRules.query ?? {})) {
  delete schema.getQueryType()?.getFields()[name];
}
for (const name of ['Organisation', 'Person']) {
  delete (schema.getType(name) as GraphQLObjectType).getFields()['history'];
}
