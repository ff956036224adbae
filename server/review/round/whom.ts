import { ReviewChannel } from '#schema/review/round/ReviewChannel.ts';
import type { ReviewHindrance } from '#schema/review/round/ReviewHindrance.ts';
import { linkLanguages } from '#server/access/link/words/linkWords.ts';
import type { Surroundings } from '#server/context.ts';

/** How one organisation would be asked. */
export interface Reached {
  readonly organisationId: string;
  readonly name: string;
  readonly trustId: string | null;
  readonly language: string;
  readonly lacksLanguage: string | null;
  readonly channel: ReviewChannel | null;
  readonly contactPointId: string | null;
  readonly hindrance: ReviewHindrance | null;
}

/** By which ways the house can write: text messages where somebody carries them. */
export const channelsOf = ({ canSms = false }: Pick<Surroundings, 'canSms'>): ReviewChannel[] => [
  ReviewChannel.EMAIL,
  ...(canSms ? [ReviewChannel.SMS] : []),
  ReviewChannel.LETTER,
];

/**
 * Hvem og hvordan. How each of some organisations is asked on a day: the language, the way, the address; or why it is not. One statement.
 *
 * The language: the one in which they last opened a link of theirs; else, where they reach people in one language beside Norwegian and English,
 * that; else the Norwegian or the English that they name; else bokmål. Of several languages nobody can tell which the one who opens the letter
 * reads, and the page offers them all. Letters in Persian are for those who read Dari, too.
 *
 * The way: of e-mail and text messages the one that they want to be tried first, as their contact points stand; else a mobile telephone that is not said
 * to take messages; else paper. What bounces is no way. Whom we could reach by text message alone, and have nobody to carry it, is hindered by that.
 *
 * The trust: as `trust_of` says, which is asked once for each place that they are in or serve, for it is the dearest of all this.
 *
 * Values: $1 identifiers, $2 the day, $3 languages that we have, $4 channels that we have.
 */
export const whomSql = `with answering as materialized (
    select a.number, trust_of(a.number, '{}', $2::date) as trust_id from (
      select seat_number as number from organisation where id = any($1::uuid[])
      union select unnest(served_areas) from organisation where id = any($1::uuid[])
    ) as a
  )
  select o.id as "organisationId", o.name, coalesce(
      (select a.trust_id from answering a where a.number = o.seat_number),
      (
        select a.trust_id from unnest(o.served_areas) with ordinality as s(number, at) join answering a on a.number = s.number
        where a.trust_id is not null order by s.at limit 1
      )
    ) as "trustId",
    case when spoken.last is not null then spoken.last
      when cardinality(spoken.own) = 1 and spoken.own[1] = any($3) then spoken.own[1]
      when 'nb' = any(spoken.all_of_them) or cardinality(spoken.own) > 0 then 'nb'
      when 'nn' = any(spoken.all_of_them) then 'nn'
      when 'en' = any(spoken.all_of_them) then 'en' else 'nb' end as language,
    case when spoken.last is null and cardinality(spoken.own) = 1 and spoken.own[1] <> all($3) then spoken.own[1] end as "lacksLanguage",
    case when hindrance is null and way.is_open then way.channel end as channel,
    case when hindrance is null and way.is_open then way.id end as "contactPointId",
    coalesce(hindrance, case when way.id is null then case when exists (
        select from organisation_contact_point c where c.organisation_id = o.id and c.channel in ('email', 'sms')
      ) then 'bounced' else 'no_address' end
      when not way.is_open then 'no_gateway' end) as hindrance
  from organisation o
  cross join lateral (select hindrance_of(o.id, $2::date) as hindrance) as is_free
  cross join lateral (
    select (
        select l.language from personal_link l where l.record_id = o.id and l.opened_at is not null and l.language = any($3)
        order by l.opened_at desc limit 1
      ) as last,
      coalesce(array_agg(g.code), '{}') as all_of_them,
      coalesce(array_agg(distinct g.written) filter (where g.code not in ('nb', 'nn', 'en') and g.script is not null), '{}') as own
    from (select code, script, case code when 'prs' then 'fa' else code end as written from language where number = any(o.languages)) as g
  ) as spoken
  left join lateral (
    select c.id, w.channel, w.channel = any($4) as is_open from organisation_contact_point c
    join lateral (
      select case when c.channel = 'email' then 'email' when c.channel = 'post' then 'letter'
        when c.channel = 'sms' or (c.channel = 'phone' and c.value ~ '^\\+47[49][0-9]{7}$') then 'sms' end as channel
    ) as w on w.channel is not null
    where c.organisation_id = o.id and (c.bounced_on is null or c.last_worked_on > c.bounced_on)
    order by w.channel = any($4) desc, case c.channel when 'phone' then 1 when 'post' then 2 else 0 end, c.position, c.id limit 1
  ) as way on true
  where o.id = any($1::uuid[])
  order by o.name, o.id`;

/** What the statement needs, in its order. */
export const whomValues = (
  ids: readonly string[],
  day: string,
  channels: readonly ReviewChannel[],
): readonly unknown[] => [ids, day, linkLanguages, channels];
