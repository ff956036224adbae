import type { DeadlineEvent } from '#schema/review/deadline/DeadlineEvent.ts';
import type { Context } from '#server/context.ts';

/** As many as are told of. */
const MOST = 50;

/** For whom a deadline is stands where it was first set: what came later only says how many months. */
const reading = `select c.id, t.name as "trustName", made.kind,
    (m.field ->> 'before')::int as before, (m.field ->> 'after')::int as after,
    to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, u.name as by
  from change c
  cross join lateral (select f as field from jsonb_array_elements(c.fields) as f where f ->> 'field' = 'months' limit 1) as m
  left join lateral (
    select max(f ->> 'after') filter (where f ->> 'field' = 'kind') as kind,
      max(f ->> 'after') filter (where f ->> 'field' = 'trustId') as trust
    from change first cross join lateral jsonb_array_elements(first.fields) as f
    where first.record_id = c.record_id and first.version = 1
  ) as made on true
  left join organisation t on t.id = made.trust::uuid
  left join staff_user u on u.id = c.by_id
  where c.record = 'review_deadline'
  order by c.at desc, c.version desc limit ${MOST}`;

/** Hva som er gjort med fristene, the latest first. */
export async function readDeadlineHistory({ database }: Context): Promise<DeadlineEvent[]> {
  const { rows } = await database.pool.query<DeadlineEvent>(reading);
  return rows;
}
