import { Migration } from '@mikro-orm/migrations';

/** So short and so long a deadline may be, in months. */
const bounds = 'between 6 and 36';

/**
 * Deadlines are set per kind and per health trust, and an organisation is due by its own: so many months after it was last verified.
 *
 * The number stands on the organisation and on its entry in the directory, so that lists and searches compare a day with a day as before. The
 * table works it out where an organisation is made, becomes another kind or moves; whoever sets a deadline writes those whom it changes. Of
 * several deadlines the most particular one holds, and a trust's comes before one of a kind: the trust knows its organisations, and rings them.
 *
 * Which trust answers for a place changes with the calendar; the day for which that was last worked out stands in a table of its own, so that no
 * write asks the clock. A write that has such a number worked out, and one that sets deadlines, wait for each other by a lock of their own.
 */
export class Migration20261126003110_deadlines extends Migration {
  override up(): void {
    this.addSql(`alter table organisation add column due_months smallint not null default 24
      constraint organisation_is_due_within_three_years check (due_months ${bounds})`);
    this.addSql(
      'create index organisation_of_own_deadline on organisation (due_months) where due_months <> 24',
    );
    this.addSql('alter table directory_entry add column due_months smallint not null default 24');
    this.addSql(
      'create index directory_entry_of_own_deadline on directory_entry (due_months) where due_months <> 24',
    );

    // What a search reads has the columns that the table had when it was made.
    this.addSql(`create or replace view directory_sought as
      select * from directory_entry where not is_young union all select * from directory_entry where is_young`);

    this.addSql(`create table review_deadline (
      id uuid primary key,
      trust_id uuid references organisation on delete cascade,
      kind text,
      months smallint not null constraint review_deadline_is_within_three_years check (months ${bounds}),
      set_at timestamptz not null,
      set_by uuid,
      constraint review_deadline_is_one_for_each unique nulls not distinct (trust_id, kind)
    )`);
    this.addSql(`create table review_deadline_day (
      is_only boolean primary key default true check (is_only),
      day date not null
    )`);

    this.addSql(`create function due_months_of(kind text, seat integer, served integer[]) returns smallint
      language sql stable as $$
        select coalesce((
          select d.months from review_deadline d
          where (d.kind is null or d.kind = $1)
            and (d.trust_id is null or d.trust_id = (select trust_of($2, $3, (select day from review_deadline_day))))
          order by d.trust_id is null, d.kind is null limit 1
        ), 24::smallint)
      $$`);
    this.addSql(`create function organisation_has_deadline() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(7412, 0);
        if exists (select from review_deadline) then
          new.due_months := due_months_of(new.kind, new.seat_number, new.served_areas);
        else
          new.due_months := 24;
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger organisation_has_deadline_from_the_start before insert on organisation
      for each row execute function organisation_has_deadline()`);
    this.addSql(`create trigger organisation_has_deadline_of_its_kind_and_place
      before update of kind, seat_number, served_areas on organisation for each row
      when ((new.kind, new.seat_number, new.served_areas) is distinct from (old.kind, old.seat_number, old.served_areas))
      execute function organisation_has_deadline()`);
    for (const trigger of [
      'organisation_has_deadline_from_the_start',
      'organisation_has_deadline_of_its_kind_and_place',
    ]) {
      this.addSql(`alter table organisation enable always trigger ${trigger}`);
    }
  }
}
