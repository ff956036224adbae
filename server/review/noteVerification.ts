import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';

/** That somebody found something right. */
export interface Verification {
  /** Made by whoever asks: the same twice is one. */
  readonly id: string;
  readonly organisationId: string;
  readonly groups: readonly FieldGroup[];
  readonly method: VerificationMethod;
  readonly on: string;
  readonly note: string | null;
  /** The one that it takes back. */
  readonly takesBack?: string;
}

/** What noting one needs of a request. */
export type Noting = Pick<Context, 'viewer' | 'now' | 'today' | 'requestId' | 'followers'>;

/**
 * Noterer en bekreftelse. Adds the event, tells of it in the change log, and has the profile say what the events say, with all that follows
 * the register, in the transaction of `run`. False where it has been noted before.
 *
 * The organisation is locked first: of two who vouch for different groups at once, the second works out the day from both. Its version
 * stays, for nothing that anybody could have written is different.
 */
export async function noteVerification(
  run: Run,
  by: Noting,
  { id, organisationId, groups, method, on, note, takesBack }: Verification,
): Promise<boolean> {
  await run('select from organisation where id = $1 for no key update', [organisationId]);
  const [noted] = await run(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, by_id, via, note, takes_back)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      id,
      organisationId,
      groups,
      method,
      on,
      by.now,
      by.viewer?.id ?? null,
      by.viewer?.via ?? 'system',
      note,
      takesBack ?? null,
    ],
  );
  if (!noted) return false;
  const told = { groups: groups.join(', '), verifiedBy: method, verifiedOn: on };
  const fields = Object.entries(told).map(([field, value]) =>
    takesBack ? { field, before: value, after: null } : { field, before: null, after: value },
  );
  const verb = takesBack ? 'takeBackVerification' : 'verifyOrganisation';
  // Taking one back is the second version of it.
  const record = { record: 'verification', id: takesBack ?? id, fields };
  await logChange(run, by, { verb, reason: note }, record);
  await run(
    `update organisation as o set verified_on = v.verified_on, verified_by = v.verified_by
     from (select) as always left join verification_of($1) as v on true
     where o.id = $1 and (o.verified_on, o.verified_by) is distinct from (v.verified_on, v.verified_by)`,
    [organisationId],
  );
  await Promise.all(by.followers.map((follow) => follow(run, [organisationId], by.today)));
  return true;
}
