import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import {
  areaIn,
  countryIn,
  languageIn,
  type ToldTerm,
  topicIn,
} from '#server/access/link/words/terms/termWords.ts';
import { type FieldChange, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import { fieldsOf } from '#server/common/rowFields.ts';
import type { Context } from '#server/context.ts';
import { type NotAValue, readContactValue } from '#server/organisation/readContactValue.ts';
import type { ListField, Standing } from '#server/review/proposal/readStanding.ts';
import type { TermRow } from '#server/vocabulary/Vocabulary.ts';
import type { ReviewWording } from './words/ReviewWording.ts';

/** What a form brought: a text for each name, or several. */
export type Body = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is wrong in the form: the name of the field, and the word for why. */
export interface Mistake {
  readonly name: string;
  readonly why: keyof ReviewWording;
  /** What was typed, where the words mention it. */
  readonly word?: string;
}

/** What somebody says is right, or what is wrong in how they said it. */
export interface ChangeForm {
  readonly changes: readonly FieldChange[];
  readonly note: string | null;
  readonly mistakes: readonly Mistake[];
}

/** The lists of each group, and where their words are. */
export const listsOf: Partial<Record<FieldGroup, readonly ListField[]>> = {
  [FieldGroup.LANGUAGES]: ['languages', 'communities'],
  [FieldGroup.AREAS]: ['servedAreas'],
  [FieldGroup.TOPICS]: ['topics'],
};

export const vocabularyOf = {
  languages: 'Language',
  communities: 'Community',
  topics: 'Topic',
  servedAreas: 'Area',
} as const;

/** So many can be added to a list at a time. */
export const additions = [0, 1, 2] as const;
const LONGEST_NAME = 200;
const LONGEST_NOTE = 1_000;
const LONGEST_HOURS = 200;

/** Channels that a new way to reach an organisation can be of. */
export const newChannels = [
  ContactChannel.EMAIL,
  ContactChannel.PHONE,
  ContactChannel.WHATSAPP,
  ContactChannel.WEBSITE,
] as const;

const why: Partial<Record<NotAValue, keyof ReviewWording>> = {
  NOT_A_PHONE_NUMBER: 'badPhone',
  NOT_A_USER_NAME: 'badPhone',
  NOT_AN_EMAIL_ADDRESS: 'badEmail',
  NOT_A_WEB_ADDRESS: 'badWeb',
  TOO_LONG: 'badLong',
};

/** Kinds that an organisation may say it is; what the health service itself is made of is not among them. */
export const ownKinds = [
  OrganisationKind.IMMIGRANT_ORGANISATION,
  OrganisationKind.FAITH_COMMUNITY,
  OrganisationKind.VOLUNTARY_ORGANISATION,
  OrganisationKind.PATIENT_ORGANISATION,
  OrganisationKind.IMMIGRANT_COUNCIL,
  OrganisationKind.INFORMAL_GROUP,
] as const;

export const isOwnKind = (kind: unknown): kind is OrganisationKind =>
  ownKinds.some((it) => it === kind);

/** What a term of a list is called in a language. */
export function termIn(language: LinkLanguage, field: ListField, term: TermRow): ToldTerm {
  switch (field) {
    case 'languages':
      return languageIn(language, { ...term, endonym: String(term['endonym'] ?? '') });
    case 'communities':
      return countryIn(language, term);
    case 'topics':
      return topicIn(language, term);
    case 'servedAreas':
      return areaIn(language, { name: term.name, kind: String(term['kind']) });
  }
}

/** A term with its words. */
export interface TermTold extends ToldTerm {
  readonly number: number;
}

/** Vocabularies are the same objects until they change, and what is made of them goes with them. */
const told = new WeakMap<readonly TermRow[], Map<LinkLanguage, readonly TermTold[]>>();

/** All that a list can hold, in the words of a language and in the order of its letters. */
export function termsIn(
  { vocabulary, locale }: Pick<Context, 'vocabulary' | 'locale'>,
  language: LinkLanguage,
  field: ListField,
): readonly TermTold[] {
  const terms = vocabulary.all(vocabularyOf[field], locale);
  const byLanguage = told.get(terms) ?? new Map<LinkLanguage, readonly TermTold[]>();
  told.set(terms, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const { compare } = new Intl.Collator(language);
  const made = terms
    .map((term) => ({ ...termIn(language, field, term), number: term.number }))
    .toSorted((one, other) => compare(one.text, other.text));
  byLanguage.set(language, made);
  return made;
}

/** Leser skjemaet. Takes what was typed to fields, before and after, as the change log has them. */
export function readChangeForm(
  context: Context,
  language: LinkLanguage,
  group: FieldGroup,
  standing: Standing,
  body: Body,
): ChangeForm {
  const mistakes: Mistake[] = [];
  const changes: FieldChange[] = [];
  if (group === FieldGroup.NAME) changes.push(...nameChange(standing, body, mistakes));
  if (group === FieldGroup.CONTACT)
    changes.push(...contactChanges(context, standing, body, mistakes));
  for (const field of listsOf[group] ?? []) {
    changes.push(...listChange(context, language, field, standing, body, mistakes));
  }
  const note = textOf(body, 'note');
  if (note.length > LONGEST_NOTE) mistakes.push({ name: 'note', why: 'badLong' });
  if (!mistakes.length && !changes.length && !note) {
    mistakes.push({ name: 'note', why: 'badNothing' });
  }
  return { changes, note: note || null, mistakes };
}

/** Without what no text of ours holds. */
export function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') return '';
  return value
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim();
}

function nameChange(standing: Standing, body: Body, mistakes: Mistake[]): FieldChange[] {
  const name = textOf(body, 'name').replaceAll(/\s+/g, ' ');
  const kind = body['kind'];
  if (name.length > LONGEST_NAME) mistakes.push({ name: 'name', why: 'badLong' });
  const changes: FieldChange[] = [];
  if (name && name !== standing.name) {
    changes.push({ field: 'name', before: standing.name, after: name });
  }
  if (isOwnKind(standing.kind) && isOwnKind(kind) && kind !== standing.kind) {
    changes.push({ field: 'kind', before: standing.kind, after: kind });
  }
  return changes;
}

function contactChanges(
  { readModel }: Context,
  standing: Standing,
  body: Body,
  mistakes: Mistake[],
): FieldChange[] {
  const readable = readModel.readable(OrganisationContactPoint.name);
  const changes = standing.points.flatMap(({ id, channel, row, ...point }): FieldChange[] => {
    if (textOf(body, `gone-${id}`)) {
      return rowRemoved(id, fieldsOf(readable, row, ['organisation']), 'contactPoints');
    }
    const theirs: FieldChange[] = [];
    const note = (field: string, before: unknown, after: unknown) => {
      if (before !== after)
        theirs.push({ field: `contactPoints.${field}`, part: id, before, after });
    };
    const typed = textOf(body, `value-${id}`);
    if (typed) {
      const { value, reason } = readContactValue(channel, typed);
      if (reason) mistakes.push({ name: `value-${id}`, why: why[reason] ?? 'badNothing' });
      if (value && value !== point.value) {
        note('value', point.value, value);
        note('lastWorkedOn', point.lastWorkedOn, null);
        note('bouncedOn', point.bouncedOn, null);
      }
    }
    if (body[`hours-${id}`] !== undefined) {
      const hours = textOf(body, `hours-${id}`);
      if (hours.length > LONGEST_HOURS) mistakes.push({ name: `hours-${id}`, why: 'badLong' });
      note('hours', point.hours, hours || null);
    }
    return theirs;
  });
  const typed = textOf(body, 'newValue');
  if (!typed) return changes;
  const channel = newChannels.find((it) => it === body['newChannel']) ?? ContactChannel.PHONE;
  const { value, reason } = readContactValue(channel, typed);
  if (reason) mistakes.push({ name: 'newValue', why: why[reason] ?? 'badNothing' });
  if (value === undefined) return changes;
  const position = Math.max(-1, ...standing.points.map((point) => point.position)) + 1;
  const made = { channel, value, position, audience: ContactAudience.ALL_STAFF };
  return [...changes, ...rowMade(crypto.randomUUID(), made, 'contactPoints')];
}

function listChange(
  { vocabulary, locale }: Context,
  language: LinkLanguage,
  field: ListField,
  standing: Standing,
  body: Body,
  mistakes: Mistake[],
): FieldChange[] {
  const before = standing[field];
  const kept = [body[field] ?? []].flat().map(Number);
  const terms = vocabulary.all(vocabularyOf[field], locale);
  const come = additions.flatMap((at) => {
    const name = `add-${field}-${at}`;
    const word = textOf(body, name);
    if (!word) return [];
    const meant = terms.find((term) =>
      [
        termIn(language, field, term).text,
        term.nameNb,
        term.nameNn,
        term.nameEn,
        term['endonym'],
      ].some((it) => typeof it === 'string' && folded(it) === folded(word)),
    );
    if (!meant) mistakes.push({ name, why: 'badUnknown', word });
    return meant ? [meant.number] : [];
  });
  // A form that did not come whole takes nothing away.
  const isWhole = body[`has-${field}`] === 'yes';
  const stay = isWhole ? before.filter((number) => kept.includes(number)) : before;
  const after = [...new Set([...stay, ...come])].toSorted((a, b) => a - b);
  const sorted = before.toSorted((a, b) => a - b);
  return after.join() === sorted.join() ? [] : [{ field, before: [...before], after }];
}

const folded = (word: string): string => word.normalize('NFKC').toLocaleLowerCase().trim();
