import type { ResultOf } from '#client/graphql.ts';
import type { ImportColumns_import } from './ImportColumns.tsx';

type Column = ResultOf<typeof ImportColumns_import>['columns'][number];
export type FieldName = Column['field'];
export type PolicyName = Column['policy'];

/** What a column can be taken to say, in the order in which one looks for it. */
export const fieldNames: readonly FieldName[] = [
  'IGNORE',
  'NAME',
  'NUMBER',
  'KIND',
  'SEAT',
  'SERVED_AREAS',
  'PHONE',
  'EMAIL',
  'WEBSITE',
  'FACEBOOK',
  'POST',
  'MEETING_PLACE',
  'LANGUAGES',
  'COMMUNITIES',
  'TOPICS',
  'ALIASES',
  'PARENT',
  'MEMBER_COUNT',
  'MEMBER_YEAR',
];

const single = new Set<FieldName>([
  'NAME',
  'NUMBER',
  'KIND',
  'SEAT',
  'PARENT',
  'MEMBER_COUNT',
  'MEMBER_YEAR',
]);

/** What a column of a field may do, the careful way first; the server has the last word. */
export function policyNames(field: FieldName): readonly PolicyName[] {
  if (field === 'ALIASES') return ['ADD', 'FILL'];
  return single.has(field) ? ['FILL', 'OVERWRITE'] : ['ADD', 'FILL', 'OVERWRITE'];
}

/** Kinds of bodies that a list is likely to be of. */
export const kindNames = [
  'IMMIGRANT_ORGANISATION',
  'FAITH_COMMUNITY',
  'VOLUNTARY_ORGANISATION',
  'PATIENT_ORGANISATION',
  'IMMIGRANT_COUNCIL',
  'INFORMAL_GROUP',
  'HEALTH_AUTHORITY',
  'HEALTH_TRUST',
  'HOSPITAL',
  'MUNICIPALITY',
  'PUBLIC_AGENCY',
] as const;
