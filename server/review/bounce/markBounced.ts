import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { toldOf } from '#server/common/Tie.ts';
import type { BounceSettings, SentMessage } from './noteBounce.ts';

interface Reached {
  readonly ownerId: string;
  readonly value: string | null;
  readonly sealed: Buffer | null;
}

const tables = {
  organisation: { type: Organisation, value: 'c.value, null::bytea as sealed' },
  person: { type: Person, value: 'null as value, c.sealed_value as sealed' },
} as const;

/**
 * Virker ikke. Says of a contact point that what was sent there came back, in the history of whose it is. It does nothing where another
 * address has taken its place, where it has worked since the message was sent, or where it is known already.
 */
export async function markBounced(
  run: Run,
  { key, personalKey, followers, moment }: BounceSettings,
  { kind, contactPointId, addressHash, madeAt }: SentMessage,
): Promise<void> {
  const { now, today } = moment();
  const { type, value } = tables[kind];
  // Whoever changes a record has locked it first.
  const [locked] = await run(
    `select from ${kind} where id = (select ${kind}_id from ${kind}_contact_point where id = $1) for no key update`,
    [contactPointId],
  );
  const [point] = await run<Reached>(
    `select c.${kind}_id as "ownerId", ${value} from ${kind}_contact_point as c
     where c.id = $1 and c.bounced_on is null
       and (c.last_worked_on is null or c.last_worked_on <= ($2::timestamptz at time zone 'Europe/Oslo')::date)`,
    [contactPointId, madeAt],
  );
  if (!locked || !point) return;
  const { ownerId, sealed } = point;
  const address = sealed ? personalKey.open(sealed, contactPointId) : (point.value ?? '');
  if (key.hashOf('address', address.toLowerCase()) !== addressHash) return;

  await run(`update ${kind}_contact_point set bounced_on = $2 where id = $1`, [
    contactPointId,
    today,
  ]);
  const change = { field: 'contactPoints.bouncedOn', part: contactPointId };
  const fields = [{ ...change, before: null, after: today }];
  const told = await toldOf(run, { personalKey }, { type, id: ownerId, fields }, null);
  await run(
    `with record as (update ${kind} set version = version + 1 where id = $1 returning id, version)
     insert into change (record, record_id, version, verb, via, at, request_id, is_reversible, fields)
     select '${kind}', id, version, 'noteBounce', 'system', $2, 'queue', true, $3::jsonb from record`,
    [ownerId, now, JSON.stringify(told)],
  );
  await Promise.all(followers.map((follow) => follow(run, [ownerId], today)));
}
