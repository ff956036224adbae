import type { Purpose } from '#client/access/purpose.ts';
import type { RecordKind } from '#client/directory/directoryQuery.ts';
import type { ExportInput } from './exportQueries.ts';

/** Which records a file may hold: a search, or some that are named. */
export interface ExportOf {
  readonly text?: string;
  readonly filter?: ExportInput['filter'];
  readonly ids?: readonly string[];
  /** What there is of it: one kind, or both. */
  readonly records: readonly RecordKind[];
}

export type ExportFormat = ExportInput['format'];
export type ExportColumn = NonNullable<ExportInput['columns']>[number];

export const formats: readonly ExportFormat[] = ['XLSX', 'CSV', 'VCARD', 'CONTACT_SHEET', 'HSDS'];

/** The columns that one chooses among, and of which kind of record each says something. */
export const columns: readonly (readonly [ExportColumn, readonly RecordKind[]])[] = [
  ['NAME', ['ORGANISATION', 'PERSON']],
  ['GIVEN_NAME', ['PERSON']],
  ['FAMILY_NAME', ['PERSON']],
  ['OTHER_NAMES', ['ORGANISATION']],
  ['KIND', ['ORGANISATION']],
  ['NUMBER', ['ORGANISATION']],
  ['PARENT', ['ORGANISATION']],
  ['ORGANISATIONS', ['PERSON']],
  ['LANGUAGES', ['ORGANISATION', 'PERSON']],
  ['SEAT', ['ORGANISATION']],
  ['AREAS', ['ORGANISATION', 'PERSON']],
  ['TOPICS', ['ORGANISATION', 'PERSON']],
  ['COMMUNITIES', ['ORGANISATION']],
  ['WILLINGNESS', ['PERSON']],
  ['MEMBERS', ['ORGANISATION']],
  ['PHONE', ['ORGANISATION', 'PERSON']],
  ['EMAIL', ['ORGANISATION', 'PERSON']],
  ['POST', ['ORGANISATION', 'PERSON']],
  ['WEBSITE', ['ORGANISATION']],
  ['OTHER_CONTACT', ['ORGANISATION', 'PERSON']],
  ['FRESHNESS', ['ORGANISATION', 'PERSON']],
  ['VERIFIED_ON', ['ORGANISATION', 'PERSON']],
  ['CLOSED_ON', ['ORGANISATION']],
  ['ID', ['ORGANISATION', 'PERSON']],
];

const contactPerson: readonly ExportColumn[] = [
  'CONTACT_PERSON',
  'CONTACT_PERSON_ROLE',
  'CONTACT_PERSON_PHONE',
  'CONTACT_PERSON_EMAIL',
];

/** What stands in the form; what it does not ask for in the chosen format is left out. */
export interface ExportChoice {
  readonly records: readonly RecordKind[];
  readonly format: ExportFormat;
  /** Null until it is stated: nobody's purpose is guessed. */
  readonly purpose: Purpose | null;
  readonly columns: readonly ExportColumn[];
  readonly contactPeople: boolean;
  readonly separator: NonNullable<ExportInput['separator']>;
  readonly reason: string;
}

export const isTable = (format: ExportFormat): boolean => format === 'XLSX' || format === 'CSV';

/** Whether one may have those to ask first along. */
export const hasContactPeople = ({
  records,
  format,
}: Pick<ExportChoice, 'records' | 'format'>): boolean =>
  records.includes('ORGANISATION') && (isTable(format) || format === 'CONTACT_SHEET');

/** Reads the form. `of`: what there is to choose among. */
export function readChoice(form: FormData, of: ExportOf): ExportChoice {
  const kinds = form.getAll('records').map(String);
  const given = of.records.filter((kind) => kinds.includes(kind) || kinds.includes('BOTH'));
  const format = formats.find((it) => it === form.get('format')) ?? 'XLSX';
  const records = (given.length ? given : of.records).filter(
    (kind) => format !== 'HSDS' || kind === 'ORGANISATION',
  );
  const chosen = form.getAll('columns').map(String);
  return {
    records,
    format,
    purpose: (form.get('purpose') || null) as Purpose | null,
    columns: columns.map(([column]) => column).filter((column) => chosen.includes(column)),
    contactPeople: form.get('contactPeople') === 'yes',
    separator: form.get('separator') === 'COMMA' ? 'COMMA' : 'SEMICOLON',
    reason: String(form.get('reason') ?? '').trim(),
  };
}

/** What is asked of the API. */
export function orderOf(
  choice: ExportChoice & { readonly purpose: Purpose },
  { text, filter, ids }: ExportOf,
): ExportInput {
  const { records, format, purpose, contactPeople, separator, reason } = choice;
  const withPeople = contactPeople && hasContactPeople(choice);
  // On its own the kind of record says nothing; beside the other it does.
  const first: readonly ExportColumn[] = records.length > 1 ? ['RECORD'] : [];
  return {
    ...(text && { text }),
    ...(filter && { filter }),
    ...(ids && { ids: [...ids] }),
    records: [...records],
    format,
    purpose,
    ...(isTable(format) && {
      columns: [...first, ...choice.columns, ...(withPeople ? contactPerson : [])],
    }),
    ...(format === 'CONTACT_SHEET' && { contactPeople: withPeople }),
    ...(format === 'CSV' && { separator }),
    ...(reason && { reason }),
  };
}
