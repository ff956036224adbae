import type { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { LanguageLevel } from '#schema/person/LanguageLevel.ts';

/** What a row can hold. */
export type Cell = string | number | boolean | null | Buffer | readonly (string | number)[];

const recordSource = ['title', 'url', 'year'];
const contactPoint = [
  'channel',
  'label',
  'language_number',
  'hours',
  'position',
  'audience',
  'last_worked_on',
  'bounced_on',
];

/** The tables that a synthesised register fills, each after those that it points at, and in which order their rows are given. */
export const syntheticTables = {
  organisation: [
    'id',
    'name',
    'kind',
    'number',
    'seat_number',
    'parent_id',
    'languages',
    'communities',
    'topics',
    'served_areas',
    'member_count',
    'member_year',
    'closed_on',
    'verified_on',
    'verified_by',
  ],
  organisation_name: ['id', 'organisation_id', 'name', 'use', 'language_number'],
  organisation_contact_point: ['id', 'organisation_id', ...contactPoint, 'value'],
  organisation_source: ['id', 'organisation_id', ...recordSource],
  person: [
    'id',
    'given_name',
    'family_name',
    'areas',
    'topics',
    'willingness',
    'verified_on',
    'verified_by',
  ],
  person_language: ['id', 'person_id', 'language_number', 'speaks', 'understands', 'writes'],
  person_contact_point: ['id', 'person_id', ...contactPoint, 'sealed_value', 'value_index'],
  person_source: ['id', 'person_id', ...recordSource],
  affiliation: [
    'id',
    'person_id',
    'organisation_id',
    'role',
    'title',
    'since',
    'until',
    'is_primary',
  ],
} as const satisfies Record<string, readonly string[]>;

export type SyntheticTable = keyof typeof syntheticTables;

/** What a search is to know of a record; the shape is the directory's, which lies in a layer that seeds do not see. */
export interface SyntheticRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly string[];
  readonly kind: string | null;
  readonly number: string | null;
  readonly languages: readonly { readonly number: number; readonly speaks: LanguageLevel | null }[];
  readonly areas: readonly number[];
  readonly topics: readonly number[];
  readonly communities: readonly number[];
  readonly willingness: readonly string[];
  readonly contacts: readonly {
    readonly channel: ContactChannel;
    readonly audience: ContactAudience;
    readonly hasFailed: boolean;
    readonly value: string | null;
  }[];
  readonly verifiedOn: string | null;
  readonly verifiedBy: VerificationMethod | null;
  readonly closedOn: string | null;
}

/** Where the rows of a register go as they are made, and the records that they make up. */
export interface SyntheticSink {
  row(table: SyntheticTable, cells: readonly Cell[]): void;
  record(record: SyntheticRecord): void;
}
