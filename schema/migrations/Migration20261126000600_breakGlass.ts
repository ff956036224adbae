import { Migration } from '@mikro-orm/migrations';

/**
 * Crises, and those who see more while one lasts.
 *
 * Whoever has opened one has no other open, and none that is over and not accounted for: one index says so, whatever a server forgets.
 * Nothing here is deleted (`migrate.ts`).
 */
export class Migration20261126000600_breakGlass extends Migration {
  override up(): void {
    this.addSql(`create table crisis (
      id uuid primary key,
      version integer not null default 1,
      name text not null check (name <> ''),
      declared_by text not null,
      declared_at timestamptz not null,
      ended_at timestamptz,
      constraint crisis_ends_after_it_begins check (ended_at >= declared_at)
    )`);
    this.addSql(`create table break_glass (
      id uuid primary key,
      version integer not null default 1,
      crisis_id uuid not null references crisis,
      user_id uuid not null,
      opened_by text not null,
      opened_at timestamptz not null,
      reason text not null check (reason <> ''),
      expires_at timestamptz not null,
      confirmed_by text,
      closed_at timestamptz,
      account_due_at timestamptz not null,
      account text,
      accounted_at timestamptz,
      finding text,
      reviewed_by text,
      reviewed_at timestamptz,
      constraint break_glass_lasts_four_hours_or_three_days check (
        expires_at <= opened_at + case when confirmed_by is null then interval '4 hours' else interval '72 hours' end
      ),
      constraint break_glass_is_accounted_for_in_words check ((account is null) = (accounted_at is null)),
      constraint break_glass_is_reviewed_by_somebody check (num_nulls(finding, reviewed_by, reviewed_at) in (0, 3)),
      constraint break_glass_is_accounted_for_before_it_is_reviewed check (reviewed_at is null or accounted_at is not null)
    )`);
    this.addSql(
      'create unique index break_glass_one_unaccounted on break_glass (user_id) where accounted_at is null',
    );
    this.addSql('create index break_glass_by_time on break_glass (opened_at, id)');
  }
}
