import { Migration } from '@mikro-orm/migrations';

/**
 * How often somebody has knocked, counted where all servers see it.
 *
 * The columns are those that rate-limiter-flexible reads. The keys are hashes, so that no list of addresses comes about. Unlogged: what a
 * crash forgets is a minute's count, and nothing here is worth a place in the log or in a backup.
 */
export class Migration20261126000100_endpoint extends Migration {
  override up(): void {
    this.addSql(`create unlogged table rate_limit (
      key varchar(255) primary key,
      points integer not null,
      expire bigint not null
    )`);
    this.addSql('create index rate_limit_by_expire on rate_limit (expire)');
  }
}
