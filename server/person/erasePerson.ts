import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Person } from '#schema/person/Person.ts';
import { ensure } from '#server/access/ensure.ts';
import { ensureSteppedUp } from '#server/access/ensureSteppedUp.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { destroyPersonKey } from '#server/common/personKey.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { findInScope } from './findInScope.ts';
import { mayErase } from './personRules.ts';

@InputType({ description: 'A person who is to be forgotten.' })
export class ErasePersonInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, {
    description:
      'Why, for those who read the history: who asked for it, and when. Nothing about the person.',
  })
  reason!: string;
}

/** Tables whose rows tell something of a person. Consents tell of when and what alone, and stay as receipts of nobody. */
const told = ['person_contact_point', 'person_language', 'person_source', 'affiliation'];

/**
 * Slette. Takes out all that the register says of a person, at once and for ever: what they are called, how they are reached, what they speak
 * and know, where they belong. The key of what the history keeps of them is destroyed with it. Left is an identifier that leads to nothing,
 * so that logs of reads and changes still have a subject. Those who were merged into the person are the person, and go as well.
 *
 * Throws NOT_FOUND, FORBIDDEN, STEP_UP_REQUIRED, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export async function erasePerson(context: Context, input: ErasePersonInput): Promise<string> {
  const { id, expectedVersion, reason } = input;
  const { viewer, now, today, requestId, database, followers } = context;
  ensure(mayErase, viewer, await findInScope(context, id));
  ensureSteppedUp(viewer, now);
  if (!reason) throw new InvalidInput({ reason: 'REQUIRED' });
  const isErased = await inTransaction(database.pool, async (run) => {
    const erased = await run<{ id: string }>(
      `with asked as (
         select id from person where id = $1 and version = $2 and erased_at is null for update
       ), erased as (
         update person set version = version + 1, erased_at = $3, given_name = '', family_name = '',
           areas = '{}', topics = '{}', willingness = '{}', verified_on = null, verified_by = null
         where id in (select id from asked) or merged_into in (select id from asked) returning id, version
       )
       insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
       select 'person', id, version, 'erasePerson', $4, $5, $3, $6, $7, '[]' from erased
       returning record_id as id`,
      [id, expectedVersion, now, viewer.id, viewer.via, reason, requestId],
    );
    if (!erased.length) return false;
    const ids = erased.map((it) => it.id);
    for (const table of told) void run(`delete from ${table} where person_id = any($1)`, [ids]);
    for (const each of ids) void destroyPersonKey(run, each, now);
    await Promise.all(followers.map((follow) => follow(run, [id], today)));
    return true;
  });
  if (!isErased) throw await staleVersion(context, { type: Person, id, version: expectedVersion });
  return id;
}
