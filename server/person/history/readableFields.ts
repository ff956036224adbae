import type { ChangedField } from '#schema/access/ChangedField.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import { parserOf } from '#server/common/columnValue.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isSealed, openPersonKey, openSealed } from '#server/common/personKey.ts';
import type { Reading } from '#server/common/ReadModel.ts';
import type { Context } from '#server/context.ts';
import { audiencesOf } from '#server/organisation/audiencesOf.ts';
import { maskContact } from '#server/organisation/maskContact.ts';

/** What is needed of a change to tell what it changed. */
export interface LoggedFields {
  readonly record: string;
  readonly fields: readonly FieldChange[];
  readonly sealedKey: Buffer | null;
  /** For whom it is sealed. */
  readonly sealedFor: string | null;
  /** Whom the contact points are meant for that the record has today. */
  readonly audiences: Readonly<Record<string, string>> | null;
}

const ofContactPoint = 'contactPoints.';

/**
 * Lesbare felt. What a change changed, as people read it.
 *
 * Of contact points that are not meant for the viewer nothing is told; of one that is gone, only in the change that says whom it was
 * meant for. A person's contact values are masked in history for everyone: those who need them read them where they stand.
 */
export function readableFields(change: LoggedFields, context: Context): ChangedField[] {
  const { record, sealedKey, sealedFor, audiences } = change;
  const isPerson = record === 'person';
  const key = sealedKey && sealedFor && openPersonKey(context.personalKey, sealedKey, sealedFor);
  const opened = change.fields.map((field) => ({
    ...field,
    before: open(field.before, key || null, sealedFor ?? ''),
    after: open(field.after, key || null, sealedFor ?? ''),
  }));
  const seen: readonly string[] = audiencesOf(context.viewer);
  const isTold = ({ field, part }: FieldChange): boolean => {
    // That a row came or went, its other fields say.
    if (/(^|\.)id$/.test(field)) return false;
    if (!part || !field.startsWith(ofContactPoint)) return true;
    // A blind index says nothing that its value does not say.
    if (field === `${ofContactPoint}valueIndex`) return false;
    const audience = audiences?.[part] ?? audienceIn(opened, part);
    return audience !== null && seen.includes(audience);
  };
  return opened.filter(isTold).map(({ field, part = null, before, after }) => {
    const known = knownOf(context, record, field);
    const text = (value: unknown): string | null => {
      if (isSealed(value)) return null;
      if (isPerson && part && isContactValue(field)) return masked(value, part, context);
      return textOf(value, known, context);
    };
    return {
      field: isContactValue(field) ? `${ofContactPoint}value` : field,
      part,
      before: text(before),
      after: text(after),
      isSealed: isSealed(before) || isSealed(after),
    };
  });
}

/** What was sealed and cannot be opened stays as it is. */
function open(value: unknown, key: PersonalKey | null, personId: string): unknown {
  if (!isSealed(value) || !key) return value;
  return openSealed(key, personId, value);
}

function audienceIn(fields: readonly FieldChange[], part: string): string | null {
  const told = fields.find((it) => it.part === part && it.field === `${ofContactPoint}audience`);
  const audience = told?.before ?? told?.after;
  return typeof audience === 'string' ? audience : null;
}

const isContactValue = (field: string): boolean =>
  [`${ofContactPoint}value`, `${ofContactPoint}sealedValue`].includes(field);

/** A person's contact value as the table keeps it: sealed for its row, with the key of the house. */
function masked(value: unknown, part: string, { personalKey }: Context): string | null {
  if (typeof value !== 'string') return null;
  return maskContact(personalKey.open(Buffer.from(value, 'base64'), part));
}

/** How a field is read, and the type of its column: of the record, or of its part. */
interface Known {
  readonly reading: Reading | undefined;
  readonly columnType: string;
}

function knownOf({ readModel }: Context, record: string, field: string): Known {
  const [own = '', ofPart] = field.split('.');
  const typeName = typeNameOf(record);
  const of = (type: string, property: string, reading: Reading | undefined): Known => ({
    reading,
    columnType:
      reading && 'property' in reading ? readModel.readable(type).column(property).type : 'text',
  });
  const reading = readModel.reading(typeName, own);
  if (!ofPart) return of(typeName, own, reading);
  if (reading?.kind !== 'many') return of(typeName, own, undefined);
  const { name } = reading.many.target;
  return of(name, ofPart, readModel.reading(name, ofPart));
}

/** The name of the type that a table is of: `staff_user` is StaffUser. */
const typeNameOf = (record: string): string =>
  record.replaceAll(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase());

function textOf(value: unknown, { reading, columnType }: Known, context: Context): string | null {
  if (value === null || value === undefined) return null;
  // The unit of work tells of a list as PostgreSQL writes it.
  const isWritten = columnType.endsWith('[]') && typeof value === 'string';
  const plain: unknown = isWritten ? parserOf(columnType)(value) : value;
  if (Array.isArray(plain)) {
    return plain.length ? plain.map((it) => oneOf(it, reading, context)).join(', ') : null;
  }
  return oneOf(plain, reading, context);
}

function oneOf(
  value: unknown,
  reading: Reading | undefined,
  { vocabulary, locale }: Context,
): string {
  if ((reading?.kind === 'term' || reading?.kind === 'terms') && typeof value === 'number') {
    return vocabulary.byNumber(reading.vocabulary, value, locale)?.name ?? String(value);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
