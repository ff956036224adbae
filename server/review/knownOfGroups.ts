import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { GroupFreshness } from '#schema/review/GroupFreshness.ts';
import { freshnessOf } from '#server/common/freshnessOf.ts';
import { column, name, type Sql, sql } from '#server/common/sql.ts';
import { certaintyOf } from './certaintyOf.ts';

interface Verified {
  readonly id: string;
  readonly groups: readonly FieldGroup[];
  readonly method: VerificationMethod;
  readonly on: string;
  readonly notedBy: string | null;
  readonly note: string | null;
  /** Whether somebody on the staff noted it here: only that can be taken back. */
  readonly isNoted: boolean;
}

interface Bounced {
  readonly on: string | null;
}

/** What speaks for the groups of one record, and against them, as JSON. */
export interface KnownOfGroups {
  readonly verifications: string;
  readonly points: string;
}

/** How far back we look: older ones add next to nothing. */
const MOST = 200;

/** Two expressions for `KnownOfGroups`: its verifications, the latest first, and how its ways to be reached have done. */
export const knownOfGroups = (kind: 'organisation' | 'person', alias: string): Sql => {
  const own = sql`${name(`${kind}_id`)} = ${column(alias, 'id')}`;
  return sql`coalesce((
      select json_agg(json_build_object('id', v.id, 'groups', v.groups, 'method', v.method, 'on', v.verified_on,
        'notedBy', v.noted_by, 'note', v.note, 'isNoted', v.via = 'session') order by v.verified_on desc, v.at desc)
      from (
        select v.*, u.name as noted_by from verification v left join staff_user u on u.id = v.by_id and v.via = 'session'
        where v.${own} and v.takes_back is null
          and not exists (select from verification t where t.takes_back = v.id)
        order by v.verified_on desc, v.at desc limit ${MOST}
      ) as v
    ), '[]'), coalesce((
      select json_agg(json_build_object('on', c.bounced_on)) from ${name(`${kind}_contact_point`)} c where c.${own}
    ), '[]')`;
};

/** Aktualitet per gruppe. What that is worth today for each group, in the order in which they are asked about. */
export function judgeGroups(
  groups: readonly FieldGroup[],
  { verifications, points }: KnownOfGroups,
  {
    today,
    mayTakeBack,
    dueMonths,
  }: {
    readonly today: string;
    readonly mayTakeBack: boolean;
    /** Where they are not the usual ones. */
    readonly dueMonths?: number;
  },
): GroupFreshness[] {
  const all = JSON.parse(verifications) as Verified[];
  const bounces = JSON.parse(points) as Bounced[];
  return groups.map((group) => {
    const theirs = all.filter((it) => it.groups.includes(group));
    const [last] = theirs;
    return {
      group,
      freshness: freshnessOf(last?.on ?? null, last?.method ?? null, today, dueMonths),
      certainty: certaintyOf(
        {
          group,
          verifications: theirs,
          bounced: group === FieldGroup.CONTACT ? shareSince(bounces, last?.on ?? '') : 0,
        },
        today,
      ),
      verificationId: last?.id ?? null,
      notedBy: last?.notedBy ?? null,
      note: last?.note ?? null,
      viewerMayTakeBack: mayTakeBack && last?.isNoted === true,
    };
  });
}

const shareSince = (bounces: readonly Bounced[], day: string): number =>
  bounces.length ? bounces.filter(({ on }) => on !== null && on >= day).length / bounces.length : 0;
