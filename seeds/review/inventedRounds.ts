import type { EntityManager } from '@mikro-orm/postgresql';

import { daysFrom } from '#seeds/common/daysFrom.ts';
import { seedId } from '#seeds/common/seedId.ts';
import type { World } from '#seeds/common/World.ts';

/** A number from 0 to 99 that is the same each time for the same organisation and purpose. */
const drawn = (what: string) =>
  `(('x' || substr(md5(o.id::text || '${what}'), 1, 6))::bit(24)::integer % 100)`;

/** Of the invented alone: of a real one it would be a false fact, and a letter. */
const invented = `exists (select from organisation_source s where s.organisation_id = o.id and s.title like 'Oppdiktet%')`;

interface RoundSeed {
  readonly id: string;
  readonly name: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly by: string;
  /** Of a hundred, how many have answered in each way, have opened it, and so on; in this order. */
  readonly until: readonly number[];
}

/**
 * Oppdateringsrunder å prøve seg på: one of two years ago, which is closed, and one that is under way, in which organisations stand in every
 * state. All that it says was sent was sent in the past, and nothing waits: nobody gets a letter because a demo is started.
 */
export async function loadRounds(em: EntityManager, world: World, by: string): Promise<void> {
  const { seed, today } = world;
  const year = Number(today.slice(0, 4));
  await load(
    em,
    {
      id: seedId(`${seed}/round/${year - 2}`),
      name: `Oppdatering ${year - 2}`,
      opensOn: daysFrom(today, -760),
      dueOn: daysFrom(today, -718),
      closedOn: daysFrom(today, -717),
      by,
      until: [48, 70, 73, 78, 88, 92, 94],
    },
    today,
  );
  await load(
    em,
    {
      id: seedId(`${seed}/round/${year}`),
      name: `Oppdatering ${year}`,
      opensOn: daysFrom(today, -16),
      dueOn: daysFrom(today, 26),
      closedOn: null,
      by,
      until: [24, 38, 41, 50, 78, 84, 87],
    },
    today,
  );
}

async function load(em: EntityManager, round: RoundSeed, today: string): Promise<void> {
  const { id, name, opensOn, dueOn, closedOn, by, until } = round;
  const at = (day: string, hour: string) => `${day}T${hour}:00Z`;
  const opened = at(opensOn, '08:00');
  await em.execute(
    `insert into review_round (id, name, state, opens_on, due_on, signed_by, made_by, made_at, opened_by, opened_at, queued_at, closed_at, search)
     values (?, ?, ?, ?, ?, 'Parwin Lyngmo', ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      name,
      closedOn ? 'closed' : 'open',
      opensOn,
      dueOn,
      by,
      at(daysFrom(opensOn, -1), '09:00'),
      by,
      opened,
      opened,
      closedOn && at(closedOn, '12:00'),
      JSON.stringify({ text: '', keptFilter: { only: 'organisation' } }),
    ],
  );
  const [confirmed, changed, declined, half, silent, bounced, failed] = until;
  // Each organisation has one place between 0 and 99, which says how far it has come.
  await em.execute(
    `insert into review_request (id, round_id, organisation_id, trust_id, language, channel, hindrance, contact_point_id, queued_at, sent_at, failed_at,
       bounced_at, opened_at, answered_at, outcome, answered_through)
     select md5('request ' || o.id || ?)::uuid, ?::uuid, o.id, trust_of(o.seat_number, o.served_areas, ?::date),
       coalesce((select l.code from language l where l.number = any(o.languages) and l.code in ('so', 'ar', 'uk', 'pl', 'ti', 'en') order by l.code limit 1), 'nb'),
       case when d.mailed then 'email' end, case when not d.mailed then 'no_address' end, d.address, ?::timestamptz,
       case when d.mailed and d.place < ${bounced} then ?::timestamptz end,
       case when d.mailed and d.place between ${bounced} and ${failed! - 1} then ?::timestamptz end,
       case when d.mailed and d.place between ${silent} and ${bounced! - 1} then ?::timestamptz + interval '5 minutes' end,
       case when d.mailed and d.place < ${half} then ?::timestamptz + d.wait end,
       case when d.place < ${declined} then ?::timestamptz + d.wait + interval '2 minutes' end,
       case when d.place < ${confirmed} then 'confirmed' when d.place < ${changed} then 'changed' when d.place < ${declined} then 'declined' end,
       case when d.place < ${declined} then case when d.mailed and d.place % 6 > 0 then 'link' else 'phone' end end
     from organisation o
     left join lateral (
       select c.id from organisation_contact_point c where c.organisation_id = o.id and c.channel = 'email' order by c.position, c.id limit 1
     ) as e on true
     cross join lateral (
       select e.id as address, e.id is not null and ${drawn(name)} < ${failed} as mailed, ${drawn(name)} as place,
         make_interval(hours => 2 + ${drawn('wait')}) as wait
     ) as d
     where ${invented} and o.archived_on is null and o.merged_into is null`,
    // Which trust answered for a place is not known of the time before 2025.
    [id, id, today, ...Array.from({ length: 6 }, () => opened)],
  );
  await em.execute(
    `insert into review_message (id, request_id, step, channel, due_on, begun_at, sent_at, failed_at, attempts)
     select md5('message ' || q.id)::uuid, q.id, 0, 'email', ?::date, coalesce(q.sent_at, q.failed_at), q.sent_at, q.failed_at, 1
     from review_request q where q.round_id = ? and coalesce(q.sent_at, q.failed_at) is not null`,
    [opensOn, id],
  );
  // Who has not answered in a week has been reminded once; the next reminder comes when it is due.
  await em.execute(
    `insert into review_message (id, request_id, step, channel, due_on, begun_at, sent_at, attempts)
     select md5('reminder ' || q.id)::uuid, q.id, 1, 'email', ?::date, ?::timestamptz, ?::timestamptz, 1
     from review_request q where q.round_id = ? and q.state in ('silent', 'opened')`,
    [
      daysFrom(opensOn, 7),
      at(daysFrom(opensOn, 7), '08:00'),
      at(daysFrom(opensOn, 7), '08:00'),
      id,
    ],
  );
  await keepEditions(em, round);
}

/** What it began with: some had another name, or said no languages. What it ended with is what stands there. */
async function keepEditions(
  em: EntityManager,
  { id, name, closedOn, by }: RoundSeed,
): Promise<void> {
  await em.execute(
    `insert into review_snapshot (round_id, moment, organisation_id, facts)
     select q.round_id, 'start', o.id, f.facts
       || case when ${drawn(`${name} name`)} < 6 then jsonb_build_object('name', o.name || ' (under stiftelse)') else '{}' end
       || case when ${drawn(`${name} languages`)} < 12 then '{"languages": []}'::jsonb else '{}' end
     from review_request q join organisation o on o.id = q.organisation_id join organisation_facts f on f.organisation_id = o.id
     where q.round_id = ?`,
    [id],
  );
  if (!closedOn) return;
  await em.execute(
    `insert into review_snapshot (round_id, moment, organisation_id, facts)
     select q.round_id, 'end', o.id,
       f.facts || case when ${drawn(`${name} topics`)} < 8 then '{"topics": []}'::jsonb else '{}' end
     from review_request q join organisation o on o.id = q.organisation_id join organisation_facts f on f.organisation_id = o.id
     where q.round_id = ? and ${drawn(`${name} new`)} >= 4`,
    [id],
  );
  await em.execute(
    `insert into review_sign_off (round_id, trust_id, by_id, at, note, answered, total)
     select q.round_id, q.trust_id, ?::uuid, ?::timestamptz, null, count(q.outcome), count(*) from review_request q
     where q.round_id = ? and q.trust_id is not null group by 1, 2 having count(q.outcome) * 2 > count(*)`,
    [by, `${closedOn}T10:00:00Z`, id],
  );
}
