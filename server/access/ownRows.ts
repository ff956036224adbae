import type { RowRule } from '#server/common/ReadModel.ts';
import { column, ofRequest, sql } from '#server/common/sql.ts';
import type { OwnRecord } from './Viewer.ts';

const isStaff = ofRequest(({ viewer }) => viewer !== null && viewer.via !== 'link');

const ownOf = (kind: OwnRecord['kind']) =>
  ofRequest(({ viewer }) => (viewer?.own?.kind === kind ? viewer.own.id : null));
const own = { organisation: ownOf('organisation'), person: ownOf('person') };

/** Ansatte. Rows that are for those who work in the register, and for nobody who came by a personal link. */
export const staffOnly: RowRule = () => sql`${isStaff}::boolean`;

/** Eget. As for those who work in the register; whoever came by a personal link sees what belongs to the one record of theirs. */
export const staffOrOwn =
  (kind: OwnRecord['kind'], property: string): RowRule =>
  (alias) =>
    sql`(${isStaff}::boolean or ${column(alias, property)} = ${own[kind]}::uuid)`;
