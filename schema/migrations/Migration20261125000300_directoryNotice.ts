import { Migration } from '@mikro-orm/migrations';

/**
 * Whatever writes the directory says so when it commits, so that servers that keep it in memory can follow.
 *
 * Identifiers are sent two hundred at a time, for a notice holds 8,000 bytes; of a statement that writes more than a thousand entries only
 * that everything has changed. Equal notices of one transaction are sent once.
 *
 * Always: large loads turn other triggers off, and would leave servers with a directory that is no longer true.
 */
export class Migration20261125000300_directoryNotice extends Migration {
  override up(): void {
    this.addSql(`create function directory_notice() returns trigger language plpgsql as $$
      begin
        if tg_op = 'TRUNCATE' then
          perform pg_notify('directory', 'everything');
          return null;
        end if;
        if (select count(*) from (select from changed limit 1001) as counted) > 1000 then
          perform pg_notify('directory', 'everything');
          return null;
        end if;
        perform pg_notify('directory', string_agg(id::text, ',' order by id))
          from (select id, (row_number() over (order by id) - 1) / 200 as batch from changed) as batched group by batch;
        return null;
      end
    $$`);
    const events = [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
      ['truncate', null],
    ];
    for (const [event, rows] of events) {
      const trigger = `directory_notice_of_${event}`;
      const referencing = rows === null ? '' : `referencing ${rows} table as changed`;
      this.addSql(`create trigger ${trigger} after ${event} on directory_entry ${referencing}
        for each statement execute function directory_notice()`);
      this.addSql(`alter table directory_entry enable always trigger ${trigger}`);
    }
  }
}
