import { Migration } from '@mikro-orm/migrations';

const sorted = (column: string) =>
  `(select coalesce(jsonb_agg(n order by n), '[]') from unnest(o.${column}) as n)`;

/**
 * What an edition keeps of an organisation, in one place: whoever freezes it, compares two editions or prints the overview reads the same.
 *
 * How somebody is reached is in none of it. Of each contact point there is the channel, and a mark by which one can tell that it is another
 * than before: addresses go when their time is up, and an edition stays for ever.
 *
 * Whoever signs for a trust signs for figures: they are kept with the signature, for the register goes on changing. One stands at a time.
 */
export class Migration20261126001910_roundFacts extends Migration {
  override up(): void {
    this.addSql(`create view organisation_facts as
      select o.id as organisation_id, jsonb_build_object(
        'name', o.name, 'kind', o.kind, 'number', o.number, 'seat', o.seat_number,
        'languages', ${sorted('languages')}, 'communities', ${sorted('communities')},
        'topics', ${sorted('topics')}, 'areas', ${sorted('served_areas')},
        'contact', (
          select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel, 'mark',
            left(encode(sha256(convert_to(o.id::text || c.value, 'UTF8')), 'hex'), 12)) order by c.channel, c.value), '[]')
          from organisation_contact_point c where c.organisation_id = o.id
        ),
        'verifiedOn', o.verified_on, 'verifiedBy', o.verified_by
      ) as facts
      from organisation o where o.archived_on is null and o.merged_into is null`);

    this.addSql(`alter table review_sign_off
      add column answered integer,
      add column total integer`);
    this.addSql(`create unique index review_sign_off_stands_once on review_sign_off (round_id, trust_id)
      where taken_back_at is null`);
  }
}
