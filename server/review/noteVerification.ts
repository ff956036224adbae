import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';

/** Whose facts were found right. */
export type Verifiable =
  | { readonly organisationId: string; readonly personId?: null }
  | { readonly personId: string; readonly organisationId?: null };

/** That somebody found something right. */
export type Verification = Verifiable & {
  /** Made by whoever asks: the same twice is one. */
  readonly id: string;
  readonly groups: readonly FieldGroup[];
  readonly method: VerificationMethod;
  readonly on: string;
  readonly note: string | null;
  /** The one that it takes back. */
  readonly takesBack?: string;
};

/** What noting one needs of a request. */
export type Noting = Pick<Context, 'viewer' | 'now' | 'today' | 'requestId' | 'followers'>;

/**
 * Noterer en bekreftelse. Adds the event, tells of it in the change log, and has the profile say what the events say, with all that follows
 * the register, in the transaction of `run`. False where it has been noted before.
 *
 * Whoever it is about is locked first: of two who vouch for different groups at once, the second works out the day from both. The version
 * stays, for nothing that anybody could have written is different. What is noted of a person stands with the event alone, and goes with them.
 *
 * Throws NOT_FOUND where they have been erased since they were looked up.
 */
export async function noteVerification(
  run: Run,
  by: Noting,
  verification: Verification,
): Promise<boolean> {
  const { id, groups, method, on, note, takesBack } = verification;
  const { organisationId = null, personId = null } = verification;
  const table = personId ? 'person' : 'organisation';
  const recordId = verification.personId ?? verification.organisationId;
  const [locked] = await run(
    `select id from ${table} where id = $1${personId ? ' and erased_at is null' : ''} for no key update`,
    [recordId],
  );
  if (!locked) throw new NotFound(personId ? Person.name : Organisation.name);
  const [noted] = await run(
    `insert into verification (id, organisation_id, person_id, groups, method, verified_on, at, by_id, via, note, takes_back)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
    [
      id,
      organisationId,
      personId,
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
  const of = personId ? 'personGroups' : 'groups';
  const told = { [of]: groups.join(', '), verifiedBy: method, verifiedOn: on };
  const fields = Object.entries(told).map(([field, value]) =>
    takesBack ? { field, before: value, after: null } : { field, before: null, after: value },
  );
  const [vouching, takingBack] = personId
    ? ['verifyPerson', 'takeBackPersonVerification']
    : ['verifyOrganisation', 'takeBackVerification'];
  const verb = takesBack ? takingBack : vouching;
  // Taking one back is the second version of it.
  const record = { record: 'verification', id: takesBack ?? id, fields };
  await logChange(run, by, { verb, reason: personId ? null : note }, record);
  await run(
    `update ${table} as o set verified_on = v.verified_on, verified_by = v.verified_by
     from (select) as always left join verification_of($1) as v on true
     where o.id = $1 and (o.verified_on, o.verified_by) is distinct from (v.verified_on, v.verified_by)`,
    [recordId],
  );
  await Promise.all(by.followers.map((follow) => follow(run, [recordId], by.today)));
  return true;
}
