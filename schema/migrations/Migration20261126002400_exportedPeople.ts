import { Migration } from '@mikro-orm/migrations';

/**
 * Whom an export holds, for an hour and where they are few.
 *
 * Fifty people in an hour are a working day's; whoever takes the same thirty out twice has taken thirty. Counting them once takes knowing who
 * they are for as long as the hour lasts; then it is forgotten, and what was in a file stands nowhere. More than fifty need a reason whoever
 * they are, so of those nobody is noted.
 */
export class Migration20261126002400_exportedPeople extends Migration {
  override up(): void {
    this.addSql('alter table export add column person_ids uuid[]');
    this.addSql(
      'create index export_that_knows_its_people on export (at) where person_ids is not null',
    );
  }
}
