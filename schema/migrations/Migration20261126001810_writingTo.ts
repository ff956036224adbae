import { Migration } from '@mikro-orm/migrations';

/**
 * Whether an organisation may be written to on a day, and when it was last, is asked of thousands at a time and again just before each
 * letter: one place says it.
 *
 * What an organisation has asked for and nobody has answered counts as if it had been granted. Somebody was written to as well where nobody
 * knows whether the letter got there. What comes back says so by its link, and so of what it was asked. `slot`: the minute in which room is kept for a
 * message that found none.
 */
export class Migration20261126001810_writingTo extends Migration {
  override up(): void {
    this.addSql(`create function hindrance_of(organisation uuid, day date) returns text
      language sql stable as $$
        select case
          when o.merged_into is not null then 'merged'
          when o.archived_on is not null then 'archived'
          when exists (select from quiet_rule k where k.organisation_id = o.id and k.objected_on <= day)
            or exists (
              select from stop_request s where s.organisation_id = o.id and s.answered_at is null and s.kind in ('object', 'remove')
            ) then 'objected'
          when exists (select from quiet_rule k where k.organisation_id = o.id and k.paused_until > day)
            or exists (
              select from stop_request s where s.organisation_id = o.id and s.answered_at is null and s.kind = 'pause'
            ) then 'paused'
        end
        from organisation o where o.id = organisation
      $$`);

    this.addSql(`create function may_be_written_to_on(organisation uuid) returns date
      language sql stable as $$
        select max((coalesce(m.sent_at, m.begun_at) at time zone 'Europe/Oslo')::date) + coalesce((
          select max(k.days_between) from quiet_rule k where k.organisation_id = organisation
        ), 7)
        from review_request q join review_message m on m.request_id = q.id
        where q.organisation_id = organisation and coalesce(m.sent_at, m.begun_at) is not null
      $$`);

    this.addSql('alter table review_message add column slot text');
    this.addSql(`create function request_has_bounced() returns trigger language plpgsql as $$
      begin
        update review_request set bounced_at = new.bounced_at where bounced_at is null and link_id in (new.id, new.renews_id);
        return null;
      end $$`);
    this.addSql(`create trigger personal_link_takes_its_request_back after update of bounced_at on personal_link
      for each row when (old.bounced_at is null and new.bounced_at is not null) execute function request_has_bounced()`);
  }
}
