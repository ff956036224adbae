import { Migration } from '@mikro-orm/migrations';

/**
 * Every record is looked at for duplicates once more.
 *
 * What two records may have in common is one thing more: the letters of their names, which tell that «Mangohagen» and «Mango hagen» are the
 * same. It is looked for in the time that it takes, beside everything else.
 */
export class Migration20261126002410_duplicatesInLetters extends Migration {
  override up(): void {
    this.addSql(
      'insert into duplicate_due (record_id) select id from directory_entry on conflict do nothing',
    );
  }
}
