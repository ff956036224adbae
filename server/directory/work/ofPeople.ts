import { Person } from '#schema/person/Person.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { column, every, raw, type Sql } from '#server/common/sql.ts';
import { isWithin } from '#server/person/personScope.ts';
import { chosen, own } from './WorkSource.ts';

/** People who are the viewer's to look after, of the trust that they ask for, and in use. `alias`: of the table. */
export const ofPeople = (readModel: ReadModel, alias = 'p'): Sql =>
  every([
    readModel.readable(Person.name).rule(alias),
    raw(`"${alias}".archived_on is null and "${alias}".erased_at is null`),
    isWithin(column(alias, 'id'), own),
    isWithin(column(alias, 'id'), chosen),
  ]);
