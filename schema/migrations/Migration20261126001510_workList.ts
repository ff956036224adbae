import { Migration } from '@mikro-orm/migrations';

/**
 * Who has taken what on the work list, and what its pages are found by.
 *
 * What is to be done is not kept anywhere: it is what the register lacks, asked for by kind. A claim is; it goes out by itself, so that nothing is kept from
 * others by somebody who went home.
 */
export class Migration20261126001510_workList extends Migration {
  override up(): void {
    this.addSql(`create table work_claim (
      kind text not null,
      subject text not null,
      by_id uuid not null,
      by_name text not null,
      expires_at timestamptz not null,
      primary key (kind, subject)
    )`);
    for (const [table, owner] of [
      ['organisation_contact_point', 'organisation_id'],
      ['person_contact_point', 'person_id'],
    ]) {
      this.addSql(
        `create index ${table}_bounced on ${table} (bounced_on, id) include (${owner}) where bounced_on is not null`,
      );
    }
    this.addSql(
      'create index organisation_by_verification on organisation (verified_on, id) where closed_on is null and archived_on is null and verified_on is not null',
    );
    this.addSql(`create table area_change (
      old_code text not null,
      old_name text not null,
      new_code text not null,
      new_name text not null,
      changed_on date not null,
      found_at timestamptz not null,
      primary key (old_code, new_code, changed_on)
    )`);
    // Organisations are found by where they belong where that has changed, which is seldom: the index of a list is not kept for it.
    this.addSql(
      'create index organisation_by_seat on organisation (seat_number) where seat_number is not null',
    );
  }
}
