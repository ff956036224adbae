import { Migration } from '@mikro-orm/migrations';

/**
 * A person's affiliations lie in the index in the order in which they are read.
 *
 * The index that found them had another order, so that those of each of a hundred people were put in order by themselves, each time.
 */
export class Migration20261126003900_affiliationsOfPerson extends Migration {
  override up(): void {
    this.addSql(
      'create index affiliation_in_order_of_person on affiliation (person_id, is_primary desc, since desc, id)',
    );
    this.addSql('drop index affiliation_by_person');
  }
}
