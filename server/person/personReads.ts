import { Organisation } from '#schema/organisation/Organisation.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Consent } from '#schema/person/Consent.ts';
import { MaskReason } from '#schema/person/MaskReason.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { PersonLanguage } from '#schema/person/PersonLanguage.ts';
import { PersonSource } from '#schema/person/PersonSource.ts';
import { may } from '#server/access/ensure.ts';
import {
  type Belonging,
  computed,
  contributes,
  type RowRule,
  visible,
} from '#server/common/ReadModel.ts';
import { column, given, name, ofRequest, type Sql, sql } from '#server/common/sql.ts';
import { staffOnly, staffOrOwn } from '#server/access/ownRows.ts';
import { maskContact } from '#server/organisation/maskContact.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { isLastContact, organisationInScope } from './affiliationScope.ts';
import { isAskedFor, isConsentedTo, isOpen } from './contactAccess.ts';
import {
  mayEdit,
  mayEditAffiliation,
  mayErase,
  mayRecordConsent,
  type Scoped,
} from './personRules.ts';
import { inScope } from './personScope.ts';

const ownContactPoints: RowRule = (alias) =>
  sql`(${visibleContactPoints(alias)} and ${staffOrOwn('person', 'person_id')(alias)})`;

const today = ofRequest((context) => context.today);
/** Affiliations that hold today, or that have ended, or all of them. */
const heldToday = (alias: string): Sql => {
  const holds = sql`(${column(alias, 'since')} <= ${today}::date
    and coalesce(${column(alias, 'until')}, 'infinity') >= ${today}::date)`;
  return sql`coalesce(${given('current')}::boolean = ${holds}, true)`;
};

/** Affiliations to what is not archived. The one at whose page they are shown may be: its page still says all. */
const toThoseInUse =
  (table: 'person' | 'organisation'): Belonging =>
  (alias, joined) => {
    const other = joined?.(table);
    if (other) return sql`(${heldToday(alias)} and ${column(other, 'archived_on')} is null)`;
    return sql`(${heldToday(alias)} and not exists (
      select from ${name(table)} as other where other.id = ${column(alias, `${table}_id`)} and other.archived_on is not null
    ))`;
  };

interface NameRow {
  givenName: string;
  familyName: string;
}

interface SealedRow {
  id: string;
  sealedValue: Buffer;
  person: string;
  isOpen: boolean;
}

/** Who was erased is nobody; who is merged into another is that other. */
const notErased: RowRule = (alias) =>
  sql`(${staffOrOwn('person', 'id')(alias)} and ${column(alias, 'erased_at')} is null and ${column(alias, 'merged_into')} is null)`;

/** How people are read. */
export const personReads = [
  visible(Person, notErased),
  visible(Consent, staffOrOwn('person', 'person_id')),
  visible(PersonLanguage, staffOrOwn('person', 'person_id')),
  visible(PersonSource, staffOrOwn('person', 'person_id')),
  visible(PersonContactPoint, ownContactPoints),
  visible(Affiliation, staffOnly),
  computed(Person, 'name', ['givenName', 'familyName'], ({ givenName, familyName }: NameRow) =>
    `${givenName} ${familyName}`.trim(),
  ),
  computed(
    PersonContactPoint,
    'value',
    ['sealedValue', 'person', isOpen],
    ({ id, sealedValue, person, isOpen: inFull }: SealedRow, { personalKey, disclosures }) => {
      const value = personalKey.open(sealedValue, id);
      if (!inFull) return maskContact(value);
      disclosures.note(person, ['contactPoints.value']);
      return value;
    },
  ),
  computed(
    PersonContactPoint,
    'isMasked',
    [isOpen],
    ({ isOpen: inFull }: Pick<SealedRow, 'isOpen'>) => !inFull,
  ),
  computed(
    PersonContactPoint,
    'whyMasked',
    [isOpen, isAskedFor, isConsentedTo],
    (point: Record<'isOpen' | 'isAskedFor' | 'isConsentedTo', boolean>) => {
      if (point.isOpen) return null;
      if (!point.isAskedFor) return MaskReason.NO_PURPOSE;
      return point.isConsentedTo ? MaskReason.OUT_OF_SCOPE : MaskReason.NO_CONSENT;
    },
  ),
  computed(Person, 'viewerMay', [inScope], (person: Scoped, { viewer }) => ({
    edit: may(mayEdit, viewer, person),
    recordConsent: may(mayRecordConsent, viewer, person),
    erase: may(mayErase, viewer, person),
  })),
  computed(Affiliation, 'viewerMay', [organisationInScope], (affiliation: Scoped, { viewer }) => ({
    edit: may(mayEditAffiliation, viewer, affiliation),
  })),
  computed(
    Affiliation,
    'leavesWithoutContact',
    [isLastContact],
    (affiliation: Record<'isLastContact', boolean>) => affiliation.isLastContact,
  ),
  contributes(Person, 'affiliations', {
    target: Affiliation,
    by: 'person',
    as: 'connection',
    isFew: true,
    orderBy: [
      { property: 'isPrimary', descending: true },
      { property: 'since', descending: true },
    ],
    where: toThoseInUse('organisation'),
  }),
  contributes(Organisation, 'affiliations', {
    target: Affiliation,
    by: 'organisation',
    as: 'connection',
    orderBy: [
      { property: 'isPrimary', descending: true },
      { property: 'since', descending: true },
    ],
    where: toThoseInUse('person'),
  }),
];
