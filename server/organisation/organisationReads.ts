import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Catchment } from '#schema/organisation/Catchment.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { OrganisationName } from '#schema/organisation/OrganisationName.ts';
import { OrganisationSource } from '#schema/organisation/OrganisationSource.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { may } from '#server/access/ensure.ts';
import { staffOnly, staffOrOwn } from '#server/access/ownRows.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { freshnessOf } from '#server/common/freshnessOf.ts';
import {
  computed,
  contributes,
  type RowRule,
  type Verdict,
  visible,
} from '#server/common/ReadModel.ts';
import { column, later, ofRequest, type Sql, sql } from '#server/common/sql.ts';
import { audiencesOf } from './audiencesOf.ts';
import { maskContact } from './maskContact.ts';
import { mayCorrect, maySendLink, type Placed } from './organisationRules.ts';

const audiences = ofRequest(({ viewer }) => audiencesOf(viewer));

/** A contact point exists for those whom it is meant for. */
export const visibleContactPoints: RowRule = (alias) =>
  sql`${column(alias, 'audience')} = any(${audiences}::text[])`;

/** What is merged into another is that other. */
const notMerged: RowRule = (alias) =>
  sql`(${staffOrOwn('organisation', 'id')(alias)} and ${column(alias, 'merged_into')} is null)`;

const ownContactPoints: RowRule = (alias) =>
  sql`(${visibleContactPoints(alias)} and ${staffOrOwn('organisation', 'organisation_id')(alias)})`;

/** A link may have come into the wrong hands: whoever came by one sees how to reach the organisation when they have shown a code. */
const isMaskedFor = (viewer: Viewer | null): boolean =>
  viewer?.via === 'link' && !viewer.permissions.has('ownContact.read');

/** Catchments that hold on a day; today unless another is asked for. */
const onTheDay = (alias: string): Sql => {
  const day = later(({ args, context }) => args['asOf'] ?? context.today);
  return sql`${column(alias, 'since')} <= ${day}::date
    and coalesce(${column(alias, 'until')}, 'infinity') >= ${day}::date`;
};

/** Uten kontakt. Whether nobody knows how to reach an organisation today. */
export const withoutContact: Verdict<'lacksContact'> = {
  name: 'lacksContact',
  whether: (alias) =>
    sql`organisation_without_contact(${column(alias, 'id')}, ${later(({ context }) => context.today)}::date)`,
};

interface MembershipRow {
  memberCount: number | null;
  memberYear: number | null;
}

interface DueRow {
  verifiedOn: string | null;
  verifiedBy: VerificationMethod | null;
  dueMonths: number;
}

/** How organisations are read. */
export const organisationReads = [
  visible(Organisation, notMerged),
  visible(OrganisationName, staffOrOwn('organisation', 'organisation_id')),
  visible(OrganisationSource, staffOrOwn('organisation', 'organisation_id')),
  visible(OrganisationContactPoint, ownContactPoints),
  visible(Catchment, staffOnly),
  computed(
    Organisation,
    'membership',
    ['memberCount', 'memberYear'],
    ({ memberCount, memberYear }: MembershipRow) =>
      memberCount === null ? null : { count: memberCount, year: memberYear },
  ),
  computed(
    Organisation,
    'freshness',
    ['verifiedOn', 'verifiedBy', 'dueMonths'],
    ({ verifiedOn, verifiedBy, dueMonths }: DueRow, { today }) =>
      freshnessOf(verifiedOn, verifiedBy, today, dueMonths),
  ),
  computed(
    Organisation,
    'lacksContact',
    [withoutContact],
    ({ lacksContact }: { lacksContact: boolean }) => lacksContact,
  ),
  computed(
    Organisation,
    'viewerMay',
    ['servedAreas', 'seat'],
    (organisation: Placed, { viewer }) => ({
      correct: may(mayCorrect, viewer, organisation),
      sendLink: may(maySendLink, viewer, organisation),
    }),
  ),
  computed(
    OrganisationContactPoint,
    'value',
    ['value'],
    ({ value }: { value: string }, { viewer }) =>
      isMaskedFor(viewer) ? maskContact(value) : value,
  ),
  computed(OrganisationContactPoint, 'isMasked', [], (_row, { viewer }) => isMaskedFor(viewer)),
  contributes(Organisation, 'branches', {
    target: Organisation,
    by: 'parent',
    as: 'connection',
    orderBy: [{ property: 'name' }],
    where: (alias) => sql`${column(alias, 'archived_on')} is null`,
  }),
  contributes(Organisation, 'catchments', {
    target: Catchment,
    by: 'trust',
    as: 'list',
    orderBy: [{ property: 'area' }],
    where: onTheDay,
  }),
  contributes(Area, 'catchment', {
    target: Catchment,
    by: 'area',
    as: 'first',
    orderBy: [{ property: 'since', descending: true }],
    where: onTheDay,
  }),
];
