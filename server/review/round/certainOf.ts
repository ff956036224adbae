import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Certainty } from '#schema/review/Certainty.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { Asking } from '#server/access/AccessSettings.ts';
import { freshnessOf } from '#server/common/freshnessOf.ts';
import { certaintyOf } from '#server/review/certaintyOf.ts';
import { askedGroups } from '#server/review/link/readReview.ts';

interface Known {
  readonly organisationId: string;
  readonly groups: readonly FieldGroup[];
  readonly method: VerificationMethod;
  readonly on: string;
  readonly bounced: number;
  readonly dueMonths: number;
}

/**
 * De som det ikke er noe å spørre om. Which of some organisations have nothing that is not known to be right: whoever asks only what is uncertain
 * asks them nothing, and leaves them in peace.
 */
export async function certainOf(
  pool: Asking,
  ids: readonly string[],
  today: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<Known>(
    `select v.organisation_id as "organisationId", v.groups, v.method, v.verified_on::text as on, coalesce((
        select avg(case when c.bounced_on >= v.verified_on then 1 else 0 end)::float
        from organisation_contact_point c where c.organisation_id = v.organisation_id
      ), 0) as bounced, o.due_months as "dueMonths"
     from verification v join organisation o on o.id = v.organisation_id where v.organisation_id = any($1::uuid[]) and v.takes_back is null
       and not exists (select from verification t where t.takes_back = v.id)
     order by v.verified_on desc, v.at desc`,
    [ids],
  );
  const known = Map.groupBy(rows, ({ organisationId }) => organisationId);
  return new Set(
    [...known].flatMap(([id, theirs]) =>
      askedGroups.every((group) => isCertain(group, theirs, today)) ? [id] : [],
    ),
  );
}

function isCertain(group: FieldGroup, all: readonly Known[], today: string): boolean {
  const verifications = all.filter(({ groups }) => groups.includes(group));
  const [last] = verifications;
  if (!last) return false;
  const bounced = group === FieldGroup.CONTACT ? last.bounced : 0;
  return (
    freshnessOf(last.on, last.method, today, last.dueMonths).state === FreshnessState.FRESH &&
    certaintyOf({ group, verifications, bounced }, today) === Certainty.SURE
  );
}
