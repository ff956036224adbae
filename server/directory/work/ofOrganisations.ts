import { Organisation } from '#schema/organisation/Organisation.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, raw, type Sql } from '#server/common/sql.ts';
import { isPlacedWithin } from '#server/organisation/isPlacedWithin.ts';
import { chosen, own } from './WorkSource.ts';

/** Organisations that are the viewer's to look after, of the trust that they ask for, and in use. `alias`: of the table. */
export const ofOrganisations = (readModel: ReadModel, alias = 'o'): Sql =>
  every([
    readModel.readable(Organisation.name).rule(alias),
    raw(`"${alias}".archived_on is null and "${alias}".closed_on is null`),
    isPlacedWithin(alias, own),
    isPlacedWithin(alias, chosen),
  ]);
