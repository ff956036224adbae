import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Bekreftelser å se på. Of every third of the invented people somebody has asked since, about how they are reached or what they are willing to
 * do: so that groups of one profile are not equally old. No profile is the fresher for it, for its oldest group decides.
 */
export async function loadVouchings(em: EntityManager, today: string): Promise<void> {
  await em.execute(
    `insert into verification (id, person_id, groups, method, verified_on, at, via)
     select md5('vouching ' || p.id)::uuid, p.id, case when d.drawn % 2 = 0 then array['contact'] else array['willingness', 'affiliations'] end,
       case when d.drawn % 5 = 0 then 'meeting' when d.drawn % 2 = 0 then 'link' else 'phone' end,
       ?::date - d.drawn * 4, (?::date - d.drawn * 4)::timestamp at time zone 'Europe/Oslo', 'system'
     from person p cross join lateral (
       select ('x' || substr(md5(p.id::text || 'vouching'), 1, 6))::bit(24)::integer % 100 as drawn
     ) as d
     where d.drawn < 33 and p.verified_on is not null and p.verified_on < ?::date - d.drawn * 4`,
    [today, today, today],
  );
}
