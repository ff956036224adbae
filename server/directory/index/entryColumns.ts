import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { EPOCH, NEVER, OPEN } from './EntryRow.ts';

/** By the number that memory has for them; none is number 0. */
export const verificationMethods: readonly (VerificationMethod | null)[] = [
  null,
  ...Object.values(VerificationMethod),
];

const list = (array: string): string => `array_to_string(${array}, E'\\n')`;
const methods = Object.values(VerificationMethod)
  .map((method) => `'${method}'`)
  .join(', ');

/** The columns of an `EntryRow`, of `directory_entry`. */
export const entryColumns: string = [
  'id::text',
  'kind',
  'sort_name',
  list('name_keys'),
  'name_length',
  'number',
  list('tsvector_to_array(names)'),
  list('tsvector_to_array(ts_delete(lexemes, tsvector_to_array(names)))'),
  list('languages'),
  list('areas'),
  list('topics'),
  list('communities'),
  list('willingness'),
  'phone_audiences',
  'reach_audiences',
  `coalesce(date '${EPOCH}' - verified_on, ${NEVER})`,
  `coalesce(array_position(array[${methods}], verified_by), 0)`,
  `coalesce(closed_on - date '${EPOCH}', ${OPEN})`,
  'due_months',
].join(', ');
