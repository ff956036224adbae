import type { Viewer } from '#server/access/Viewer.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { destroyPersonKey } from '#server/common/personKey.ts';
import type { Context } from '#server/context.ts';

/** Tables whose rows tell something of a person. Consents tell of when and what alone, and stay as receipts of nobody. */
const told = ['person_contact_point', 'person_language', 'person_source', 'affiliation'];

/** Who forgets, and when. */
export type Forgetting = Pick<Context, 'now' | 'today' | 'requestId' | 'followers'> & {
  readonly viewer: Pick<Viewer, 'id' | 'via'>;
};

/**
 * Glemmer en person. Takes out all that the register says of them, in the transaction of `run`, with those who were merged into them. False
 * where there is none of that version; `version` is null for whoever asks for themselves, who has seen none.
 */
export async function forgetPerson(
  run: Run,
  { viewer, now, today, requestId, followers }: Forgetting,
  { id, version, reason }: { id: string; version: number | null; reason: string | null },
): Promise<boolean> {
  const erased = await run<{ id: string }>(
    `with asked as (
       select id from person where id = $1 and ($2::integer is null or version = $2) and erased_at is null for update
     ), erased as (
       update person set version = version + 1, erased_at = $3, given_name = '', family_name = '',
         areas = '{}', topics = '{}', willingness = '{}', verified_on = null, verified_by = null
       where id in (select id from asked) or merged_into in (select id from asked) returning id, version
     )
     insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
     select 'person', id, version, 'erasePerson', $4, $5, $3, $6, $7, '[]' from erased
     returning record_id as id`,
    [id, version, now, viewer.id, viewer.via, reason, requestId],
  );
  if (!erased.length) return false;
  const ids = erased.map((it) => it.id);
  for (const table of told) void run(`delete from ${table} where person_id = any($1)`, [ids]);
  for (const each of ids) void destroyPersonKey(run, each, now);
  await Promise.all(followers.map((follow) => follow(run, [id], today)));
  return true;
}
