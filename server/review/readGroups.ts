import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { GroupFreshness } from '#schema/review/GroupFreshness.ts';
import { may } from '#server/access/ensure.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { freshnessOf } from '#server/common/freshnessOf.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';
import { certaintyOf } from './certaintyOf.ts';
import { fieldGroups } from './fieldGroups.ts';

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

/** How far back we look: older ones add next to nothing. */
const MOST = 200;

/**
 * Aktualitet per gruppe. What is known of each group of facts of an organisation, in the order in which they are asked about.
 *
 * Throws NOT_FOUND.
 */
export async function readGroups(context: Context, id: string): Promise<GroupFreshness[]> {
  const { reader, readModel, viewer, today } = context;
  const finding = statementOf(
    readModel,
    readGroups,
    () => sql`select o.served_areas, o.seat_number, coalesce((
        select json_agg(json_build_object('id', v.id, 'groups', v.groups, 'method', v.method, 'on', v.verified_on,
          'notedBy', v.noted_by, 'note', v.note, 'isNoted', v.via = 'session') order by v.verified_on desc, v.at desc)
        from (
          select v.*, u.name as noted_by from verification v left join staff_user u on u.id = v.by_id and v.via = 'session'
          where v.organisation_id = o.id and v.takes_back is null
            and not exists (select from verification t where t.takes_back = v.id)
          order by v.verified_on desc, v.at desc limit ${MOST}
        ) as v
      ), '[]'), coalesce((
        select json_agg(json_build_object('on', c.bounced_on)) from organisation_contact_point c where c.organisation_id = o.id
      ), '[]')
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Organisation.name);
  const [servedAreas, seat, verifications, points] = found as [
    string,
    string | null,
    string,
    string,
  ];
  const mayTakeBack = may(mayCorrect, viewer, {
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
  });
  const all = JSON.parse(verifications) as Verified[];
  const bounces = JSON.parse(points) as Bounced[];
  return fieldGroups.map((group) => {
    const theirs = all.filter(({ groups }) => groups.includes(group));
    const [last] = theirs;
    return {
      group,
      freshness: freshnessOf(last?.on ?? null, last?.method ?? null, today),
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
