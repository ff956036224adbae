import { Migration } from '@mikro-orm/migrations';

/**
 * Who wants to be told of a saved search, how often, and what they have been told.
 *
 * Whom the search found the last time is kept so that «new» means new since then: identifiers alone, in the subscription's own row, and
 * gone with it. `asked` says which search that was of: an edited one begins anew.
 *
 * When the next letter is due is worked out here, in the calendar of Oslo, so that every server says the same: at seven in the morning,
 * each day or each Monday, also in the nights in which the clock is put forward or back.
 */
export class Migration20261126001610_audienceSubscription extends Migration {
  override up(): void {
    this.addSql(`create function digest_after(every text, moment timestamptz) returns timestamptz
      language sql immutable parallel safe as $$
        select case when morning > here then morning else morning + step end at time zone 'Europe/Oslo'
        from (
          select moment at time zone 'Europe/Oslo' as here,
            case every when 'week' then date_trunc('week', moment at time zone 'Europe/Oslo')
              else date_trunc('day', moment at time zone 'Europe/Oslo') end + interval '7 hours' as morning,
            case every when 'week' then interval '7 days' else interval '1 day' end as step
        ) as calendar
      $$`);
    this.addSql(`create table audience_subscription (
      id uuid primary key,
      audience_id uuid not null references audience on delete cascade,
      user_id uuid not null,
      every text not null check (every in ('day', 'week')),
      language text not null check (language in ('nb', 'nn', 'en')),
      subscribed_at timestamptz not null,
      due_at timestamptz not null,
      asked text not null,
      told_on date not null,
      members uuid[] not null,
      begun_for date,
      constraint audience_subscription_is_one_of_each unique (audience_id, user_id)
    )`);
    this.addSql('create index audience_subscription_due on audience_subscription (due_at)');
  }
}
