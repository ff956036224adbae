import { Catchment } from '#schema/organisation/Catchment.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { OrganisationName } from '#schema/organisation/OrganisationName.ts';
import { OrganisationSource } from '#schema/organisation/OrganisationSource.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { may } from '#server/access/ensure.ts';
import { always, computed, contributes, type RowRule, visible } from '#server/common/ReadModel.ts';
import { column, later, type Sql, sql } from '#server/common/sql.ts';
import { audiencesOf } from './audiencesOf.ts';
import { mayCorrect, type Placed } from './organisationRules.ts';

/** A contact point exists for those whom it is meant for. */
export const visibleContactPoints: RowRule = (alias) =>
  sql`${column(alias, 'audience')} = any(${later(({ context }) => audiencesOf(context.viewer))}::text[])`;

/** Catchments that hold on a day; today unless another is asked for. */
const onTheDay = (alias: string): Sql => {
  const day = later(({ args, context }) => args['asOf'] ?? context.today);
  return sql`${column(alias, 'since')} <= ${day}::date
    and coalesce(${column(alias, 'until')}, 'infinity') >= ${day}::date`;
};

interface MembershipRow {
  memberCount: number | null;
  memberYear: number | null;
}

/** How organisations are read. */
export const organisationReads = [
  visible(Organisation, always),
  visible(OrganisationName, always),
  visible(OrganisationSource, always),
  visible(OrganisationContactPoint, visibleContactPoints),
  visible(Catchment, always),
  computed(
    Organisation,
    'membership',
    ['memberCount', 'memberYear'],
    ({ memberCount, memberYear }: MembershipRow) =>
      memberCount === null ? null : { count: memberCount, year: memberYear },
  ),
  computed(
    Organisation,
    'viewerMay',
    ['servedAreas', 'seat'],
    (organisation: Placed, { viewer }) => ({ correct: may(mayCorrect, viewer, organisation) }),
  ),
  computed(OrganisationContactPoint, 'isMasked', [], () => false),
  contributes(Organisation, 'branches', {
    target: Organisation,
    by: 'parent',
    as: 'connection',
    orderBy: [{ property: 'name' }],
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
