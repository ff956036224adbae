import { Migration } from '@mikro-orm/migrations';

/**
 * About every second year all organisations are asked whether what stands in the register is still right: a round, with one request to each.
 *
 * A request says what has become of it in moments, each written by the one who brings it about; in which state it is follows from these. A
 * letter is a row before it is sent, one for each step: two servers, or one that was killed, can't make two of it. What an organisation has
 * asked for about being written to stands by itself, and holds for every round.
 */
export class Migration20261126001800_reviewRounds extends Migration {
  override up(): void {
    this.addSql(`create table review_round (
      id uuid primary key,
      version integer not null default 1,
      name text not null check (name <> ''),
      state text not null default 'draft' constraint review_round_is_in_a_state check (
        state in ('draft', 'open', 'closed', 'cancelled')
      ),
      audience_id uuid references audience on delete set null,
      search jsonb,
      opens_on date not null,
      due_on date not null,
      reminder_days integer[] not null default '{7,21}',
      last_call_days integer default 3,
      texts jsonb not null default '{}',
      signed_by text not null,
      asks text not null default 'uncertain' constraint review_round_asks_so_much check (asks in ('uncertain', 'all')),
      made_by uuid not null,
      made_at timestamptz not null,
      opened_by uuid,
      opened_at timestamptz,
      queued_at timestamptz,
      closed_at timestamptz,
      constraint review_round_ends_after_it_begins check (due_on > opens_on),
      constraint review_round_was_opened check (state in ('draft', 'cancelled') or opened_at is not null)
    )`);
    this.addSql('create index review_round_by_state on review_round (state)');

    this.addSql(`create table review_request (
      id uuid primary key,
      round_id uuid not null references review_round on delete cascade,
      organisation_id uuid not null references organisation on delete cascade,
      trust_id uuid references organisation on delete set null,
      language text not null,
      lacks_language text,
      channel text constraint review_request_goes_by_a_channel check (channel in ('email', 'sms', 'letter')),
      contact_point_id uuid,
      hindrance text constraint review_request_is_hindered_somehow check (
        hindrance in ('no_address', 'bounced', 'paused', 'objected', 'archived', 'merged', 'certain')
      ),
      link_id uuid references personal_link on delete set null,
      queued_at timestamptz,
      sent_at timestamptz,
      failed_at timestamptz,
      bounced_at timestamptz,
      opened_at timestamptz,
      answered_at timestamptz,
      outcome text constraint review_request_has_an_outcome check (outcome in ('confirmed', 'changed', 'declined')),
      answered_through text constraint review_request_is_answered_somehow check (
        answered_through in ('link', 'phone', 'letter')
      ),
      constraint review_request_is_one_of_each unique (round_id, organisation_id),
      constraint review_request_is_answered_with_something check ((answered_at is null) = (outcome is null))
    )`);
    this.addSql('create index review_request_by_organisation on review_request (organisation_id)');
    this.addSql('create index review_request_by_trust on review_request (round_id, trust_id)');
    this.addSql('create index review_request_by_trust_alone on review_request (trust_id)');
    this.addSql('create index review_request_by_link on review_request (link_id)');

    this.addSql(`create table review_message (
      id uuid primary key,
      request_id uuid not null references review_request on delete cascade,
      step smallint not null,
      channel text not null constraint review_message_goes_by_a_channel check (channel in ('email', 'sms', 'letter')),
      due_on date not null,
      begun_at timestamptz,
      sent_at timestamptz,
      failed_at timestamptz,
      attempts integer not null default 0,
      try_after timestamptz,
      failure text,
      message_id text,
      constraint review_message_is_one_a_step unique (request_id, step)
    )`);
    this.addSql(`create index review_message_waiting on review_message (due_on)
      where sent_at is null and failed_at is null`);
    this.addSql('create index review_message_by_name on review_message (message_id)');

    this.addSql(`create table review_snapshot (
      round_id uuid not null references review_round on delete cascade,
      moment text not null constraint review_snapshot_is_of_a_moment check (moment in ('start', 'end')),
      organisation_id uuid not null references organisation on delete cascade,
      facts jsonb not null,
      primary key (round_id, moment, organisation_id)
    )`);
    this.addSql(
      'create index review_snapshot_by_organisation on review_snapshot (organisation_id)',
    );

    this.addSql(`create table review_sign_off (
      round_id uuid not null references review_round on delete cascade,
      trust_id uuid not null references organisation on delete cascade,
      by_id uuid not null,
      at timestamptz not null,
      note text,
      taken_back_at timestamptz,
      primary key (round_id, trust_id, at)
    )`);
    this.addSql('create index review_sign_off_by_trust on review_sign_off (trust_id)');

    this.addSql(`create table quiet_rule (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      objected_on date,
      paused_until date,
      days_between integer not null default 7 constraint quiet_rule_is_a_week_at_least check (days_between between 7 and 366),
      noted_at timestamptz not null,
      noted_by uuid
    )`);
    this.addSql('create index quiet_rule_by_organisation on quiet_rule (organisation_id)');
    this.trusts();
    this.openings();
  }

  /** The trust that answers for where an organisation is: its seat, else the first area that it serves; the nearest area above that has one. */
  private trusts(): void {
    this.addSql(`create function trust_of(seat integer, served integer[], day date) returns uuid
      language sql stable as $$
        with recursive place(at, number, up) as (
          select p.at, p.number, 0 from unnest(array_prepend(seat, served)) with ordinality as p(number, at)
          where p.number is not null
          union all
          select p.at, a.parent_number, p.up + 1 from place p join area a on a.number = p.number
          where a.parent_number is not null
        )
        select c.trust_id from place p join catchment c on c.area_number = p.number
        where c.care = 'somatic' and c.since <= day and coalesce(c.until, 'infinity') >= day
        order by p.at, p.up limit 1
      $$`);
  }

  /** A link that a person has opened is a request that was opened, and so is what was sent in its place. */
  private openings(): void {
    this.addSql(`create function request_is_opened() returns trigger language plpgsql as $$
      begin
        update review_request set opened_at = new.opened_at
        where opened_at is null and link_id in (new.id, new.renews_id);
        return null;
      end $$`);
    this.addSql(`create trigger personal_link_opens_its_request after update of opened_at on personal_link
      for each row when (old.opened_at is null and new.opened_at is not null) execute function request_is_opened()`);
  }
}
