import { Migration } from '@mikro-orm/migrations';

/**
 * How far a round has come is asked for again and again, by many who watch it: each figure is read from an index alone.
 *
 * In which state a request is follows from its moments, and the table itself works it out, so that nobody can write another. What sort of
 * body it was asked as, and where, stays with the request: the figures of an edition are those of its time, whoever moves later.
 */
export class Migration20261126001900_roundProgress extends Migration {
  override up(): void {
    this.addSql(`alter table review_request
      add column kind text,
      add column municipality_number integer,
      add column state text not null generated always as (case
        when outcome is not null then outcome
        when hindrance = 'certain' then 'certain'
        when hindrance is not null then 'hindered'
        when bounced_at is not null then 'bounced'
        when opened_at is not null then 'opened'
        when sent_at is not null then 'silent'
        when failed_at is not null then 'failed'
        else 'queued'
      end) stored,
      add column was_sent boolean not null generated always as (sent_at is not null) stored`);

    this.addSql(`create function review_request_is_placed() returns trigger language plpgsql as $$
      begin
        select o.kind, case a.kind when 'city_district' then a.parent_number else a.number end
        into new.kind, new.municipality_number
        from organisation o left join area a on a.number = o.seat_number
        where o.id = new.organisation_id;
        return new;
      end $$`);
    this.addSql(`create trigger review_request_is_placed before insert on review_request
      for each row execute function review_request_is_placed()`);
    this.addSql(`update review_request r set kind = o.kind,
        municipality_number = case a.kind when 'city_district' then a.parent_number else a.number end
      from organisation o left join area a on a.number = o.seat_number where o.id = r.organisation_id`);

    this.addSql('drop index review_request_by_trust');
    for (const by of ['trust_id', 'municipality_number', 'kind', 'language']) {
      this.addSql(
        `create index review_request_by_${by} on review_request (round_id, ${by}, state, was_sent)`,
      );
    }
  }
}
