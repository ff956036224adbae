import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { Register } from './Register.ts';

/** A round in the middle of its way. */
export interface StandingRound {
  readonly id: string;
  readonly requests: number;
}

/**
 * A round of all that the register has, five weeks after it was opened: most were written to, some of them have looked and not finished, and half
 * of them have answered. Gone again when the part is done.
 */
export async function standingRound(
  { pool, today }: Register,
  things: OpenThings,
): Promise<StandingRound> {
  const id = crypto.randomUUID();
  await pool.query(
    `insert into review_round (id, name, state, asks, opens_on, due_on, signed_by, made_by, made_at, opened_by, opened_at, queued_at)
     values ($1, 'bench', 'open', 'all', $2::date - 35, $2::date + 7, 'bench', $1, now(), $1, $2::date - 35, $2::date - 35)`,
    [id, today],
  );
  things.add(async () => {
    await pool.query('delete from review_round where id = $1', [id]);
    await pool.query('vacuum review_request');
  });
  const { rowCount } = await pool.query(requests, [id, today]);
  // As it is once PostgreSQL has swept by itself, which it does within a minute.
  await pool.query('vacuum (analyze) review_request');
  return { id, requests: rowCount ?? 0 };
}

/** Of a hundred: 8 hindered, 4 certain, 2 queued, 1 failed, 3 bounced, 28 silent, 7 opened, 32 confirmed, 12 changed and 3 declined. */
const requests = `
  with place as materialized (
    select seat_number, trust_of(seat_number, '{}', $2::date) as trust_id
    from (select distinct seat_number from organisation) as o
  ), drawn as (
    select o.id, p.trust_id, coalesce(l.code, 'nb') as language, abs(hashtext(o.id::text)) % 100 as chance, $2::date - 35 as opened_on
    from organisation o left join place p on p.seat_number = o.seat_number
    left join language l on l.number = o.languages[1] where o.archived_on is null
  )
  insert into review_request (id, round_id, organisation_id, trust_id, language, channel, hindrance, queued_at, sent_at, failed_at,
    bounced_at, opened_at, outcome, answered_at, answered_through)
  select gen_random_uuid(), $1, id, trust_id, language, case when chance >= 12 then 'email' end,
    case when chance < 8 then 'no_address' when chance < 12 then 'certain' end,
    case when chance >= 12 then opened_on end, case when chance >= 15 then opened_on + 1 end, case when chance = 14 then opened_on + 1 end,
    case when chance between 15 and 17 then opened_on + 2 end, case when chance >= 46 then opened_on + 3 end,
    case when chance >= 97 then 'declined' when chance >= 85 then 'changed' when chance >= 53 then 'confirmed' end,
    case when chance >= 53 then opened_on + 4 end, case when chance >= 53 then 'link' end
  from drawn`;
