import { Migration } from '@mikro-orm/migrations';

/**
 * What the registers of others say, and what follows from it for ours.
 *
 * `register_entry` is what we last heard of each number that we hold: by it we see what is news. `register_news` are numbers that something has happened
 * to and that are still to be looked up; `register_feed` how far their list of happenings has been read. All three may be read anew at any time.
 *
 * `register_proposal` is what an editor is asked to decide. None is ever taken away: that, and by whom it was decided, is its history. Of one kind an
 * organisation has one open at most; whoever changes the same field by hand closes it, by whatever way they come.
 */
export class Migration20261126001500_registers extends Migration {
  override up(): void {
    this.addSql(`create table register_entry (
      number text primary key constraint register_entry_number_has_nine_digits check (number ~ '^[0-9]{9}$'),
      state text not null check (state in ('here', 'deleted', 'removed', 'unknown', 'notForUs')),
      facts jsonb,
      categories jsonb,
      fetched_at timestamptz not null,
      constraint register_entry_keeps_nothing_of_what_is_not_there check (
        (facts is null) = (state not in ('here', 'deleted')) and (categories is null or facts is not null)
      )
    )`);
    this.addSql(`create table register_news (
      number text primary key,
      what text not null,
      attempts integer not null default 0
    )`);
    this.addSql(`create table register_feed (
      name text primary key,
      last_id bigint,
      read_on date not null
    )`);
    this.addSql(`create table register_proposal (
      id uuid primary key,
      version integer not null default 1,
      organisation_id uuid not null references organisation on delete cascade,
      register text not null check (register in ('enhetsregisteret', 'frivillighetsregisteret')),
      kind text not null check (kind in ('deleted', 'removed', 'bankrupt', 'closing', 'renamed', 'moved', 'purpose', 'not_voluntary')),
      fields jsonb not null check (jsonb_typeof(fields) = 'array'),
      evidence jsonb not null check (jsonb_typeof(evidence) = 'array'),
      fingerprint text not null,
      found_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'accepted', 'adjusted', 'refused', 'overtaken', 'edited')),
      decided_by_id uuid,
      decided_by text,
      decided_at timestamptz,
      decided_version integer,
      reason text,
      constraint register_proposal_that_is_closed_says_when check ((state = 'open') = (decided_at is null)),
      constraint register_proposal_is_decided_by_somebody check (
        (state in ('accepted', 'adjusted', 'refused')) = (decided_by is not null)
      ),
      constraint register_proposal_is_refused_for_a_reason check (state <> 'refused' or reason <> '')
    )`);
    this.addSql(
      `create unique index register_proposal_one_open_of_a_kind on register_proposal (organisation_id, kind) where state = 'open'`,
    );
    this.addSql(
      'create index register_proposal_latest_of_a_kind on register_proposal (organisation_id, kind, found_at desc)',
    );
    this.addSql(
      `create index register_proposal_open on register_proposal (found_at, id) where state = 'open'`,
    );
    this.addSql(`create function close_edited_proposals() returns trigger language plpgsql as $$
      begin
        update register_proposal as p set state = 'edited', decided_at = now()
        where p.organisation_id = new.id and p.state = 'open' and exists (
          select from jsonb_to_recordset(p.fields) as f(field text, part uuid, before jsonb)
          where f.part is null and f.field in ('name', 'seat', 'closedOn', 'kind')
            and f.before is distinct from case f.field
              when 'name' then to_jsonb(new.name)
              when 'seat' then to_jsonb(new.seat_number)
              when 'closedOn' then to_jsonb(new.closed_on)
              when 'kind' then to_jsonb(new.kind)
            end
        );
        return null;
      end
    $$`);
    this.addSql(`create trigger organisation_edited_by_hand_needs_no_proposal
      after update of name, seat_number, closed_on, kind on organisation for each row
      when (
        old.name is distinct from new.name or old.seat_number is distinct from new.seat_number
        or old.closed_on is distinct from new.closed_on or old.kind is distinct from new.kind
      )
      execute function close_edited_proposals()`);
  }
}
