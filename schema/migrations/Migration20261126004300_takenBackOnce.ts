import { Migration } from '@mikro-orm/migrations';

/**
 * That a verification is taken back once is looked up among those that take one back, and not in an index of all: most take nothing back, and
 * a register of a million organisations has three million of them.
 */
export class Migration20261126004300_takenBackOnce extends Migration {
  override up(): void {
    this.addSql('alter table verification drop constraint verification_is_taken_back_once');
    this.addSql(`create unique index verification_is_taken_back_once on verification (takes_back)
      where takes_back is not null`);
  }
}
