import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { followedOf, tieOf, toldOf } from '#server/common/Tie.ts';
import type { Deed } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Type } from '#server/common/ReadModel.ts';
import { recordWritten } from '#server/common/recordWritten.ts';
import type { Context } from '#server/context.ts';

/** A way to reach an organisation or one of its people, as its row stands, and whose it is. */
interface FoundPoint {
  readonly ownerId: string;
  readonly isPerson: boolean;
  readonly version: number;
  readonly bouncedOn: string | null;
}

const findSql = `select o.id as "ownerId", false as "isPerson", o.version, c.bounced_on::text as "bouncedOn"
    from organisation_contact_point c join organisation o on o.id = c.organisation_id
    where c.id = $1 and o.id = $2
  union all
  select p.id, true, p.version, c.bounced_on::text
    from person_contact_point c join person p on p.id = c.person_id
    where c.id = $1 and exists (
      select from affiliation a where a.person_id = p.id and a.organisation_id = $2
        and a.since <= $3::date and coalesce(a.until, 'infinity') >= $3::date
    )`;

/** What a point said before; undefined where it is neither of the organisation nor of anybody there. */
export type Before = { readonly bouncedOn: string | null } | undefined;

/**
 * Merker et nummer. Says since when a way to reach an organisation, or one of its people, has not worked; null where it works after all. As any other
 * change of their record, in the transaction of `run`.
 *
 * `expected`: nothing is written unless that is what it says.
 */
export async function markBounced(
  run: Run,
  context: Context,
  deed: Deed,
  { organisationId, pointId, on, expected }: Marking,
): Promise<Before> {
  const [point] = await run<FoundPoint>(findSql, [pointId, organisationId, context.today]);
  if (!point) return undefined;
  const { ownerId, isPerson, bouncedOn } = point;
  if (bouncedOn === on || (expected !== undefined && bouncedOn !== expected)) return point;
  const table = isPerson ? 'person' : 'organisation';
  const [owner] = await run<{ version: number }>(
    `select version from ${table} where id = $1 for no key update`,
    [ownerId],
  );
  if (!owner) return undefined;
  const type: Type = isPerson ? Person : Organisation;
  const fields = [
    { field: 'contactPoints.bouncedOn', part: pointId, before: bouncedOn, after: on },
  ];
  const change = { type, id: ownerId, version: owner.version, fields };
  const tie = await tieOf(run, context.readModel, change);
  const told = await toldOf(run, context, change, tie);
  const { text, values } = recordWritten(context, deed, change, { fields: told, tie });
  await run(text, values);
  const touched = followedOf(change, tie);
  await Promise.all(context.followers.map((follow) => follow(run, touched, context.today)));
  return point;
}

interface Marking {
  readonly organisationId: string;
  readonly pointId: string;
  readonly on: string | null;
  readonly expected?: string | null;
}
