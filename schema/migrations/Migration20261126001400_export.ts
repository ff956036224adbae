import { Migration } from '@mikro-orm/migrations';

/**
 * Exports: who took which part of the register out of it, when, for what and why.
 *
 * A row is made when an export is prepared, and it is fetched once. What was in the file stands nowhere: the question does, for the one who
 * answers for the register, in words. Whose contact details were in it is in the read log, under the export's identifier as the request.
 */
export class Migration20261126001400_export extends Migration {
  override up(): void {
    this.addSql(`create table export (
      id uuid primary key,
      at timestamptz not null,
      expires_at timestamptz not null,
      by_id uuid not null,
      by_name text not null,
      via text not null,
      purpose text not null check (purpose <> ''),
      reason text check (reason <> ''),
      format text not null,
      request json,
      search text not null,
      file_name text not null,
      organisations integer not null check (organisations >= 0),
      people integer not null check (people >= 0),
      people_shown integer not null default 0 check (people_shown >= 0),
      state text not null default 'prepared',
      ended_at timestamptz,
      constraint export_is_in_a_known_state check (state in ('prepared', 'under_way', 'complete', 'broken')),
      constraint export_ends_when_it_is_complete_or_broken check ((ended_at is null) = (state in ('prepared', 'under_way')))
    )`);
    this.addSql('create index export_by_time on export (at, id)');
    // So many people in an hour: looked up before each.
    this.addSql('create index export_by_actor on export (by_id, at)');
  }
}
