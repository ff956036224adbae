import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

import { apiSchema } from '#server/apiSchema.ts';
import { ormOptions } from '#server/orm.ts';
import { readModelOf } from '#server/readModel.ts';

// The entities say what relations there are; nobody connects to a database for it.
const orm = await MikroORM.init(ormOptions(new pg.Pool()));

/** A whole API as it is built; each time another, so that one may be made smaller. */
export const builtSchema = () => apiSchema(readModelOf(orm.getMetadata()).relations());

export const schema = await builtSchema();
