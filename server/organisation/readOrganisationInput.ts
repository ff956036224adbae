import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { OrganisationName } from '#schema/organisation/OrganisationName.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { type FieldChange, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import { fieldOf, fieldsOf, type JsonRow } from '#server/common/rowFields.ts';
import { touches } from '#server/access/scope.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import type { Context } from '#server/context.ts';
import type { FoundOrganisation } from './findOrganisation.ts';
import { findRelatives } from './findRelatives.ts';
import { Objections } from './Objections.ts';
import type { OrganisationInput } from './OrganisationInput.ts';
import { placesOf } from './organisationRules.ts';
import { readContactValue } from './readContactValue.ts';
import { readName } from './readName.ts';

const MOST_PARTS = 50;
const LONGEST_NOTE = 100;
const MOST_MEMBERS = 10_000_000;
const FIRST_YEAR = 1800;

/** Values by property, as JSON of what their columns hold. */
type Values = Record<string, unknown>;

/** A part as it is wanted; one without an identifier is new. */
interface WantedPart {
  readonly id: string | null;
  readonly values: Values;
}

/**
 * Leser opplysninger. Takes what somebody says of an organisation to what differs from how it stands: from nothing, where there is none yet.
 *
 * Throws INVALID_INPUT with all that will not do, each at its field.
 */
export async function readOrganisationInput(
  context: Context,
  input: OrganisationInput,
  id: string,
  found: FoundOrganisation | null,
): Promise<FieldChange[]> {
  const objections = new Objections(context);
  const mayMix = mayMixOf(input, found);
  const values = readValues(context, input, mayMix, objections);
  const names = readNames(input, mayMix, objections);
  const points = readContactPoints(input, objections);
  await objectToRelatives(context, input, id, objections);
  objectToPlaces(context, values, found, objections);
  objectToDays(values, found, objections);

  const changes = found ? [...differing(context, values, found)] : rowMade(id, values);
  changes.push(
    ...partChanges(context, 'names', OrganisationName.name, found?.names ?? [], names, objections),
    ...partChanges(
      context,
      'contactPoints',
      OrganisationContactPoint.name,
      found?.contactPoints ?? [],
      points,
      objections,
    ),
  );
  objections.raise();
  return changes;
}

/** Names in two scripts go where somebody has said that they are meant so, or they stand there already. */
function mayMixOf(
  { acceptMixedScripts }: OrganisationInput,
  found: FoundOrganisation | null,
): (name: string) => boolean {
  const standing = new Set([found?.row, ...(found?.names ?? [])].map((row) => row?.['name']));
  return (name) => acceptMixedScripts === true || standing.has(name);
}

/** What is said of the organisation itself; what is not said is not there. */
function readValues(
  context: Context,
  input: OrganisationInput,
  mayMix: (name: string) => boolean,
  objections: Objections,
): Values {
  const values: Values = {};
  if (input.name !== undefined) {
    const typed = input.name ?? '';
    const { name, reason } = readName(typed, { mayMix: mayMix(typed) });
    if (reason) objections.add('name', reason);
    values['name'] = name;
  }
  if (input.kind !== undefined) {
    if (input.kind === null) objections.add('kind', 'REQUIRED');
    values['kind'] = input.kind;
  }
  if (input.number !== undefined) {
    const number = input.number?.replaceAll(/[\s\u00a0.]/g, '') || null;
    if (number && !/^\d{9}$/.test(number)) objections.add('number', 'NOT_NINE_DIGITS');
    else if (number && !isOrganisationNumber(number)) objections.add('number', 'WRONG_CHECK_DIGIT');
    values['number'] = number;
  }
  if (input.seat !== undefined) {
    const area = input.seat === null ? null : context.vocabulary.area(input.seat, context.locale);
    if (area && [AreaKind.COUNTRY, AreaKind.COUNTY].includes(area.kind)) {
      objections.add('seat', 'NOT_A_MUNICIPALITY');
    }
    values['seat'] = input.seat && objections.term('seat', 'Area', input.seat);
  }
  if (input.parent !== undefined) values['parent'] = input.parent || null;
  const lists = [
    ['languages', 'Language'],
    ['communities', 'Community'],
    ['topics', 'Topic'],
    ['servedAreas', 'Area'],
  ] as const;
  for (const [field, vocabulary] of lists) {
    const codes = input[field];
    if (codes !== undefined) values[field] = objections.terms(field, vocabulary, codes ?? []);
  }
  if (input.membership !== undefined) {
    const { count, year } = input.membership ?? { count: null, year: null };
    if (count !== null && (count < 0 || count > MOST_MEMBERS)) {
      objections.add('membership.count', 'OUT_OF_RANGE');
    }
    const thisYear = Number(context.today.slice(0, 4));
    if (year !== null && (year < FIRST_YEAR || year > thisYear)) {
      objections.add('membership.year', 'OUT_OF_RANGE');
    }
    values['memberCount'] = count;
    values['memberYear'] = year;
  }
  if (input.openedOn !== undefined) {
    if (input.openedOn && input.openedOn > context.today)
      objections.add('openedOn', 'IN_THE_FUTURE');
    values['openedOn'] = input.openedOn;
  }
  if (input.closedOn !== undefined) values['closedOn'] = input.closedOn;
  return values;
}

function readNames(
  { names }: OrganisationInput,
  mayMix: (name: string) => boolean,
  objections: Objections,
): WantedPart[] | null {
  if (!names) return null;
  if (names.length > MOST_PARTS) objections.add('names', `AT_MOST_${MOST_PARTS}_VALUES`);
  return names.map(({ id, name: typed, use, language }, at) => {
    const { name, reason } = readName(typed, { mayMix: mayMix(typed) });
    if (reason) objections.add(`names.${at}.name`, reason);
    const number = language ? objections.term(`names.${at}.language`, 'Language', language) : null;
    return { id: id ?? null, values: { name, use, language: number } };
  });
}

function readContactPoints(
  { contactPoints }: OrganisationInput,
  objections: Objections,
): WantedPart[] | null {
  if (!contactPoints) return null;
  if (contactPoints.length > MOST_PARTS) {
    objections.add('contactPoints', `AT_MOST_${MOST_PARTS}_VALUES`);
  }
  return contactPoints.map((point, position) => {
    const field = `contactPoints.${position}`;
    const { value, reason } = readContactValue(point.channel, point.value);
    if (reason) objections.add(`${field}.value`, reason);
    const note = (of: 'label' | 'hours') => {
      const text = point[of] || null;
      const wrong = text && whyNotText(text, { most: LONGEST_NOTE });
      if (wrong) objections.add(`${field}.${of}`, wrong);
      return text;
    };
    const language = point.language
      ? objections.term(`${field}.language`, 'Language', point.language)
      : null;
    return {
      id: point.id ?? null,
      values: {
        channel: point.channel,
        value,
        label: note('label'),
        language,
        hours: note('hours'),
        position,
        audience: point.audience ?? ContactAudience.ALL_STAFF,
      },
    };
  });
}

/** A number is one organisation's, and none lies within itself. */
async function objectToRelatives(
  context: Context,
  input: OrganisationInput,
  id: string,
  objections: Objections,
): Promise<void> {
  const number = objections.has('number') ? null : input.number?.replaceAll(/[\s\u00a0.]/g, '');
  if (!number && !input.parent) return;
  const { holder, parent } = await findRelatives(context, id, number || null, input.parent ?? null);
  if (holder) objections.add('number', 'ALREADY_USED', [holder]);
  if (input.parent && !parent) objections.add('parent', 'UNKNOWN');
  if (parent?.isWithin) objections.add('parent', 'WITHIN_ITSELF');
}

/** Whoever works somewhere leaves what they look after there. */
function objectToPlaces(
  { viewer }: Context,
  values: Values,
  found: FoundOrganisation | null,
  objections: Objections,
): void {
  if (found && !('servedAreas' in values) && !('seat' in values)) return;
  const servedAreas = (values['servedAreas'] ?? found?.servedAreas ?? []) as number[];
  const seat = ('seat' in values ? values['seat'] : (found?.seat ?? null)) as number | null;
  if (touches(viewer?.scope ?? null, placesOf({ servedAreas, seat }))) return;
  objections.add('servedAreas', 'OUT_OF_SCOPE');
}

function objectToDays(
  values: Values,
  found: FoundOrganisation | null,
  objections: Objections,
): void {
  const day = (property: string, column: string) =>
    (property in values ? values[property] : found?.row[column]) as string | null | undefined;
  const [first, last] = [day('openedOn', 'opened_on'), day('closedOn', 'closed_on')];
  if (first && last && last < first) {
    objections.add('closedOn' in values ? 'closedOn' : 'openedOn', 'ENDS_BEFORE_IT_BEGINS');
  }
}

function* differing(
  { readModel }: Context,
  values: Values,
  { row }: FoundOrganisation,
): Iterable<FieldChange> {
  const readable = readModel.readable(Organisation.name);
  for (const [field, after] of Object.entries(values)) {
    const before = fieldOf(readable, row, field);
    if (!isSame(before, after)) yield { field, before, after };
  }
}

/** Lists are sets. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? (value as number[]).toSorted((one, other) => one - other)
    : (value ?? null);

/** Parts that come, change and go; those that the viewer does not see stay. */
function partChanges(
  { readModel }: Context,
  relation: 'names' | 'contactPoints',
  typeName: string,
  rows: readonly JsonRow[],
  wanted: readonly WantedPart[] | null,
  objections: Objections,
): FieldChange[] {
  if (!wanted) return [];
  const readable = readModel.readable(typeName);
  const left = new Map(rows.map((row) => [String(row['id']), row]));
  const known = new Set(left.keys());
  const changes: FieldChange[] = [];
  wanted.forEach(({ id, values }, at) => {
    if (id === null) {
      changes.push(...rowMade(crypto.randomUUID(), values, relation));
      return;
    }
    const row = left.get(id);
    left.delete(id);
    if (!row) {
      objections.add(`${relation}.${at}.id`, known.has(id) ? 'GIVEN_TWICE' : 'UNKNOWN');
      return;
    }
    // A value that was not tried has neither worked nor failed.
    const untried =
      relation === 'contactPoints' && fieldOf(readable, row, 'value') !== values['value']
        ? { lastWorkedOn: null, bouncedOn: null }
        : {};
    for (const [property, after] of Object.entries({ ...values, ...untried })) {
      const before = fieldOf(readable, row, property);
      if (!isSame(before, after)) {
        changes.push({ field: `${relation}.${property}`, part: id, before, after });
      }
    }
  });
  for (const [id, row] of left) {
    changes.push(...rowRemoved(id, fieldsOf(readable, row, ['organisation']), relation));
  }
  return changes;
}
