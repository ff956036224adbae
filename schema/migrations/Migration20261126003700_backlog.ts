import { Migration } from '@mikro-orm/migrations';

/**
 * Records that were corrected and whose entries in the directory have still to be made anew.
 *
 * Whoever corrects a record adds a row in the same statement; whoever searches, or a moment later the server, takes all rows and makes the entries
 * (`Backlog`). Rows are only added and removed, and there is no key: nobody who writes waits for anybody who settles.
 *
 * That an organisation is reached otherwise is looked at for duplicates when its entry is made, which whoever corrects it has noted. A trigger that
 * noted it as well is not needed.
 */
export class Migration20261126003700_backlog extends Migration {
  override up(): void {
    this.addSql(`create table directory_backlog (
      record_id uuid not null,
      is_renamed boolean not null
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
    this.addSql(
      'drop trigger organisation_contact_point_may_be_double_after_update on organisation_contact_point',
    );
  }
}
