import { Migration } from '@mikro-orm/migrations';

/**
 * Organisations and people can be put away: from a day on nobody finds them, and whoever has their address still does.
 *
 * Few are: the index holds only those, so that asking whether somebody is among them costs next to nothing.
 */
export class Migration20261126001010_archive extends Migration {
  override up(): void {
    for (const table of ['organisation', 'person']) {
      this.addSql(`alter table ${table} add column archived_on date`);
      this.addSql(`create index ${table}_archived on ${table} (id) where archived_on is not null`);
    }
  }
}
