import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import type { Permission } from '#server/access/permissions.ts';
import { contactCell, contactColumns, otherChannels } from './contactCells.ts';
import {
  type AskedFirst,
  askedFirst,
  belongings,
  type ExportedOrganisation,
  type ExportedPerson,
} from './Exported.ts';
import { nameOfEnum } from './nameOfEnum.ts';
import type { Telling } from './Telling.ts';

/** Celle. Text, a figure, a day; null where there is nothing to say. */
export type Cell = string | number | { readonly day: string } | null;

/** What a column says of one of the two kinds of record, and what has to be read for that, as a selection of the API. */
interface Says<Row> {
  readonly needs: string;
  readonly cell: (row: Row, telling: Telling) => Cell;
}

/** Kolonneregel. Who gets a column, and what stands in it. */
export interface ColumnRule {
  /** Whoever exports needs this as well. */
  readonly door: Permission;
  readonly organisation?: Says<ExportedOrganisation>;
  readonly person?: Says<ExportedPerson>;
}

const points =
  'contactPoints { channel value isMasked position label hours lastWorkedOn bouncedOn }';
const first = `affiliations(current: true, first: 1) { nodes { role title person { id name ${points} } } }`;
const where =
  'affiliations(current: true, first: 20) { nodes { role title organisation { name } } }';

const listed = (values: readonly string[]): string | null => values.join(', ') || null;
const names = (terms: readonly { readonly name: string }[]) =>
  listed(terms.map(({ name }) => name));
const dayOf = (day: string | null): Cell => day && { day };

const role = ({ title, role: known }: Pick<AskedFirst, 'title' | 'role'>, { words }: Telling) =>
  title ?? words.formatMessage({ id: `affiliationRole.${nameOfEnum(AffiliationRole, known)}` });

/** A column about whom to ask first in an organisation. */
const ofFirst = (cell: (first: AskedFirst, telling: Telling) => Cell): ColumnRule => ({
  door: 'register.read',
  organisation: {
    needs: first,
    cell: (row, telling) => {
      const [found] = row[askedFirst].nodes;
      return found ? cell(found, telling) : null;
    },
  },
});

/** A column of contact points, the same of both: an organisation's by whom they are meant for, a person's by consent. */
const ofContact = (
  channels: (typeof contactColumns)[keyof typeof contactColumns] | typeof otherChannels,
): ColumnRule => ({
  door: 'register.read',
  organisation: {
    needs: points,
    cell: (row, telling) => contactCell(row.contactPoints, channels, null, telling),
  },
  person: {
    needs: `id ${points}`,
    cell: (row, telling) => contactCell(row.contactPoints, channels, row.id, telling),
  },
});

type About = Pick<ExportedOrganisation, 'id' | 'name' | 'topics' | 'freshness'>;

const ofBoth = (needs: string, cell: Says<About>['cell']): ColumnRule => ({
  door: 'register.read',
  organisation: { needs, cell },
  person: { needs, cell },
});

const ofOrganisation = (needs: string, cell: Says<ExportedOrganisation>['cell']): ColumnRule => ({
  door: 'register.read',
  organisation: { needs, cell },
});

const ofPerson = (needs: string, cell: Says<ExportedPerson>['cell']): ColumnRule => ({
  door: 'register.read',
  person: { needs, cell },
});

/**
 * Kolonneregler. One for each column. What stands in it has come through the rules of the register, as on the screen.
 *
 * A column without a rule is no column: nothing is built with it (`ruled`).
 */
export const exportColumns = ruled({
  record: {
    door: 'register.read',
    organisation: {
      needs: 'id',
      cell: (_row, { words }) => words.formatMessage({ id: 'export.record.ORGANISATION' }),
    },
    person: {
      needs: 'id',
      cell: (_row, { words }) => words.formatMessage({ id: 'export.record.PERSON' }),
    },
  },
  name: ofBoth('name', ({ name }) => name),
  givenName: ofPerson('givenName', ({ givenName }) => givenName),
  familyName: ofPerson('familyName', ({ familyName }) => familyName),
  otherNames: ofOrganisation('names { name use }', ({ names: all }) => names(all)),
  kind: ofOrganisation('kind', ({ kind }, { words }) =>
    words.formatMessage({ id: `organisationKind.${nameOfEnum(OrganisationKind, kind)}` }),
  ),
  number: ofOrganisation('number', ({ number }) => number),
  parent: ofOrganisation('parent { id name }', ({ parent }) => parent?.name ?? null),
  organisations: ofPerson(where, (row, telling) =>
    listed(row[belongings].nodes.map((it) => `${it.organisation.name} (${role(it, telling)})`)),
  ),
  languages: {
    door: 'register.read',
    organisation: { needs: 'languages { code name }', cell: ({ languages }) => names(languages) },
    person: {
      needs: 'languages { speaks language { code name } }',
      cell: ({ languages }, { words }) =>
        listed(
          languages.flatMap(({ language, speaks }) => {
            if (!speaks) return [];
            const level = words.formatMessage({
              id: `languageLevel.${nameOfEnum(LanguageLevel, speaks)}`,
            });
            return `${language.name} (${level.toLowerCase()})`;
          }),
        ),
    },
  },
  seat: ofOrganisation('seat { code name }', ({ seat }) => seat?.name ?? null),
  areas: {
    door: 'register.read',
    organisation: {
      needs: 'servedAreas { code name }',
      cell: ({ servedAreas }) => names(servedAreas),
    },
    person: { needs: 'areas { code name }', cell: ({ areas }) => names(areas) },
  },
  topics: ofBoth('topics { code name }', ({ topics }) => names(topics)),
  communities: ofOrganisation('communities { code name }', ({ communities }) => names(communities)),
  willingness: ofPerson('willingness', ({ willingness }, { words }) =>
    listed(
      willingness.map((it) =>
        words.formatMessage({ id: `willingness.${nameOfEnum(Willingness, it)}` }),
      ),
    ),
  ),
  members: ofOrganisation('membership { count }', ({ membership }) => membership?.count ?? null),
  phone: ofContact(contactColumns.phone),
  email: ofContact(contactColumns.email),
  post: ofContact(contactColumns.post),
  website: ofContact(contactColumns.website),
  otherContact: ofContact(otherChannels),
  contactPerson: ofFirst(({ person }) => person.name),
  contactPersonRole: ofFirst(role),
  contactPersonPhone: ofFirst(({ person }, telling) =>
    contactCell(person.contactPoints, contactColumns.phone, person.id, telling),
  ),
  contactPersonEmail: ofFirst(({ person }, telling) =>
    contactCell(person.contactPoints, contactColumns.email, person.id, telling),
  ),
  freshness: ofBoth('freshness { state verifiedOn }', ({ freshness }, { words }) =>
    words.formatMessage({ id: `freshness.${nameOfEnum(FreshnessState, freshness.state)}` }),
  ),
  verifiedOn: ofBoth('freshness { state verifiedOn }', ({ freshness }) =>
    dayOf(freshness.verifiedOn),
  ),
  closedOn: ofOrganisation('closedOn', ({ closedOn }) => dayOf(closedOn)),
  id: ofBoth('id', ({ id }) => id),
});

/** The columns about whom to ask first: with one of them, a table of organisations has people in it. */
export const contactPersonColumns: ReadonlySet<ExportColumn> = new Set([
  ExportColumn.CONTACT_PERSON,
  ExportColumn.CONTACT_PERSON_ROLE,
  ExportColumn.CONTACT_PERSON_PHONE,
  ExportColumn.CONTACT_PERSON_EMAIL,
]);

/** All columns with their rules. Throws, naming each culprit, where one has none or is of neither kind of record. */
export function ruled(
  rules: Readonly<Record<ExportColumn, ColumnRule>>,
): Readonly<Record<ExportColumn, ColumnRule>> {
  const missing = Object.values(ExportColumn).filter((column) => {
    const rule: ColumnRule | undefined = rules[column];
    return !rule?.door || !(rule.organisation ?? rule.person);
  });
  if (missing.length) throw new Error(`No rule for the column ${missing.join(', ')}`);
  return rules;
}
