/** By which its claims are known among those of the work list. */
export const callKind = 'call';

/** So many days after the last reminder whoever has not answered is silent. */
const silentAfter = 5;

/** What belongs to where the viewer works, by the areas in `$1`: those that are served, else that of the seat. */
const within = `($1::integer[] is null or case when o.served_areas = '{}' then coalesce(o.seat_number = any($1), false)
  else o.served_areas && $1 end)`;

/** Whoever wants to be left alone is not rung either. */
const isLeftAlone = `(exists (select from stop_request s where s.organisation_id = o.id and s.answered_at is null)
  or exists (select from quiet_rule k where k.organisation_id = o.id and k.lifted_at is null and (k.objected_on is not null or k.paused_until >= $3::date)))`;

const isUnreached = `q.hindrance in ('no_address', 'bounced', 'no_gateway')
  or q.hindrance is null and (q.bounced_at is not null or q.failed_at is not null or q.sent_at is not null)`;

/**
 * De som skal ringes. Every request of an open round that is not answered and that a telephone may help, within `$1`, at `$2`, on the day `$3`,
 * by somebody with the identifier `$4`.
 *
 * `isRipe`: whether letters have had their time. `isLater`: whether they have asked to be rung at a time that has not come.
 */
export const waitingCalls = `select q.id, q.organisation_id as "organisationId", o.name as "organisationName", q.trust_id as "trustId",
    t.name as "trustName", q.language, r.id as "roundId", r.name as "roundName", r.due_on as "dueOn", r.asks = 'all' as "asksAll",
    q.sent_at as "sentAt", q.opened_at is not null as "isOpened",
    case when place.kind = 'city_district' then place.parent_number else place.number end as municipality,
    case when q.hindrance in ('no_address', 'no_gateway') then 'no_address'
      when q.hindrance = 'bounced' or q.bounced_at is not null or q.failed_at is not null then 'bounced' else 'silent' end as reason,
    coalesce(calls.unanswered, 0) as unanswered, calls.last_at as "lastCalledAt", calls.again_at as "againAt",
    coalesce(calls.again_at > $2::timestamptz, false) as "isLater",
    q.hindrance is not null or q.bounced_at is not null or q.failed_at is not null or coalesce(calls.again_at <= $2::timestamptz, false)
      or (q.sent_at at time zone 'Europe/Oslo')::date
        + coalesce((select max(it) from unnest(r.reminder_days) as it), 0) + ${silentAfter} <= $3::date as "isRipe",
    array(
      select c.value from organisation_contact_point c
      where c.organisation_id = o.id and c.channel in ('phone', 'sms') and c.audience = 'all_staff' and c.bounced_on is null
      order by c.position, c.id limit 3
    ) as phones,
    array(
      select l.number from staff_language s join language l on l.number = s.language_number
      where s.user_id = $4::uuid and (l.code = q.language or l.number = any(o.languages)) order by l.code <> q.language, l.number
    ) as shared
  from review_request q join review_round r on r.id = q.round_id join organisation o on o.id = q.organisation_id
  left join organisation t on t.id = q.trust_id
  left join area place on place.number = coalesce(o.seat_number, o.served_areas[1])
  left join lateral (
    select count(*) filter (where c.outcome = 'no_answer')::integer as unanswered, max(c.at) as last_at,
      (array_agg(c.again_at order by c.at desc, c.again_at desc nulls last))[1] as again_at
    from review_call c where c.request_id = q.id and c.undone_at is null
  ) as calls on true
  where r.state = 'open' and q.outcome is null and (${isUnreached}) and o.archived_on is null and o.closed_on is null
    and ${within} and not ${isLeftAlone}`;
