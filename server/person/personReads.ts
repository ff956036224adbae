import { Organisation } from '#schema/organisation/Organisation.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { PersonLanguage } from '#schema/person/PersonLanguage.ts';
import { PersonSource } from '#schema/person/PersonSource.ts';
import { always, computed, contributes, visible } from '#server/common/ReadModel.ts';
import { column, given, later, type Sql, sql } from '#server/common/sql.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';

/** Affiliations that hold today, or that have ended, or all of them. */
const heldToday = (alias: string): Sql => {
  const today = later(({ context }) => context.today);
  const holds = sql`(${column(alias, 'since')} <= ${today}::date
    and coalesce(${column(alias, 'until')}, 'infinity') >= ${today}::date)`;
  return sql`coalesce(${given('current')}::boolean = ${holds}, true)`;
};

interface NameRow {
  givenName: string;
  familyName: string;
}

interface SealedRow {
  id: string;
  sealedValue: Buffer;
}

/** How people are read. */
export const personReads = [
  visible(Person, always),
  visible(PersonLanguage, always),
  visible(PersonSource, always),
  visible(PersonContactPoint, visibleContactPoints),
  visible(Affiliation, always),
  computed(Person, 'name', ['givenName', 'familyName'], ({ givenName, familyName }: NameRow) =>
    `${givenName} ${familyName}`.trim(),
  ),
  computed(
    PersonContactPoint,
    'value',
    ['sealedValue', 'person'],
    ({ id, sealedValue }: SealedRow, { personalKey }) => personalKey.open(sealedValue, id),
  ),
  computed(
    PersonContactPoint,
    'isMasked',
    [],
    (_row, { viewer }) => !viewer?.permissions.has('personContact.read'),
  ),
  contributes(Person, 'affiliations', {
    target: Affiliation,
    by: 'person',
    as: 'connection',
    orderBy: [
      { property: 'isPrimary', descending: true },
      { property: 'since', descending: true },
    ],
    where: heldToday,
  }),
  contributes(Organisation, 'affiliations', {
    target: Affiliation,
    by: 'organisation',
    as: 'connection',
    orderBy: [
      { property: 'isPrimary', descending: true },
      { property: 'since', descending: true },
    ],
    where: heldToday,
  }),
];
