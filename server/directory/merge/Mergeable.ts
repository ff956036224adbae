import { RecordKind } from '#schema/directory/RecordKind.ts';
import { MergedField } from '#schema/directory/merge/MergedField.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import type { Type } from '#server/common/ReadModel.ts';
import type { Belonging } from './Belonging.ts';
import { belongingsOfOrganisation, belongingsOfPerson } from './belongings.ts';

/** Kan slås sammen. What there is to know of a kind of record before two of them become one. */
export interface Mergeable {
  readonly kind: RecordKind;
  readonly type: Type;
  readonly table: string;
  readonly verb: string;
  /** What one chooses between, with the columns that belong together. */
  readonly fields: Partial<Readonly<Record<MergedField, readonly string[]>>>;
  /** Columns that hold lists: what either has, the survivor has. */
  readonly lists: readonly string[];
  readonly belongings: readonly Belonging[];
}

export const organisations: Mergeable = {
  kind: RecordKind.ORGANISATION,
  type: Organisation,
  table: 'organisation',
  verb: 'mergeOrganisations',
  fields: {
    [MergedField.NAME]: ['name'],
    [MergedField.KIND]: ['kind'],
    [MergedField.NUMBER]: ['number'],
    [MergedField.SEAT]: ['seat_number'],
    [MergedField.PARENT]: ['parent_id'],
    [MergedField.MEMBERSHIP]: ['member_count', 'member_year'],
    [MergedField.OPENED_ON]: ['opened_on'],
    [MergedField.CLOSED_ON]: ['closed_on'],
  },
  lists: ['languages', 'communities', 'topics', 'served_areas'],
  belongings: belongingsOfOrganisation,
};

export const people: Mergeable = {
  kind: RecordKind.PERSON,
  type: Person,
  table: 'person',
  verb: 'mergePeople',
  fields: { [MergedField.NAME]: ['given_name', 'family_name'] },
  lists: ['areas', 'topics', 'willingness'],
  belongings: belongingsOfPerson,
};

export const mergeableOf = (kind: RecordKind): Mergeable =>
  kind === RecordKind.PERSON ? people : organisations;
