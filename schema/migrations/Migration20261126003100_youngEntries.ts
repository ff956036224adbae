import { Migration } from '@mikro-orm/migrations';

/**
 * An entry of the directory that was just written is young: it stands beside the index of words until somebody has the time to put it there.
 *
 * To put one entry there is to write at a hundred places of the index, and a renamed organisation has an entry of its own and those of its people.
 * Young ones are few, and are looked through one by one; whoever searches reads both by `directory_sought`. They are found by their
 * new words from the commit on, as before. Large loads write entries that are not young.
 *
 * That an entry grows up is no news of it: nothing that a search looks at has changed, nobody is told and it is not looked at for duplicates.
 */
export class Migration20261126003100_youngEntries extends Migration {
  override up(): void {
    this.addSql('alter table directory_entry add column is_young boolean not null default false');
    this.addSql('drop index directory_entry_by_lexeme');
    this.addSql(
      'create index directory_entry_by_lexeme on directory_entry using gin (lexemes) with (fastupdate = off) where not is_young',
    );
    this.addSql('create index directory_entry_young on directory_entry (id) where is_young');
    this.addSql(`create view directory_sought as
      select * from directory_entry where not is_young union all select * from directory_entry where is_young`);
    this.tellOnlyNews();
  }

  /** Of an update, the entries that did not just grow up. */
  private tellOnlyNews(): void {
    const changed = `select now.id from now join before using (id) where now.is_young or not before.is_young`;
    this.addSql(`create function directory_notice_of_news() returns trigger language plpgsql as $$
      declare
        ids uuid[] := array(select id from (${changed} limit 1001) as changed order by id);
      begin
        if cardinality(ids) > 1000 then
          perform pg_notify('directory', 'everything');
        elsif cardinality(ids) > 0 then
          perform pg_notify('directory', string_agg(id::text, ',' order by id))
            from unnest(ids) with ordinality as listed(id, place) group by (place - 1) / 200;
        end if;
        return null;
      end
    $$`);
    this.addSql(`create or replace trigger directory_notice_of_update after update on directory_entry
      referencing old table as before new table as now for each statement execute function directory_notice_of_news()`);
    this.addSql('alter table directory_entry enable always trigger directory_notice_of_update');
    this.addSql(`create function duplicate_due_of_news() returns trigger language plpgsql as $$
      begin
        insert into duplicate_due ${changed} order by 1
          on conflict (record_id) do update set record_id = excluded.record_id;
        return null;
      end
    $$`);
    this.addSql(`create or replace trigger directory_entry_may_be_double_after_update after update on directory_entry
      referencing old table as before new table as now for each statement execute function duplicate_due_of_news()`);
  }
}
