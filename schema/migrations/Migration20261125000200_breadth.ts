import { Migration } from '@mikro-orm/migrations';

/**
 * A question that fits a large part of the register is answered from the best of its hits, in bounded time.
 *
 * `standing` is the part of the order of hits that no question changes: reachable and lately verified first. Its last bits are chance, so
 * that a register which was verified in one day can be parted as well. `draw` is chance alone: one lot of 512 tells how many hits there
 * are without counting them. Both stand in the index beside the lexemes, where PostgreSQL takes the intersection before it reads a row.
 *
 * The first letters of words become lexemes of their own (`lexemes.ts`); entries that are there get them here.
 */
export class Migration20261125000200_breadth extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gin');
    this.addSql('drop index directory_entry_by_lexeme');
    this.addSql(`alter table directory_entry
      add column standing integer not null generated always as (
        case when reach_audiences = 0 or closed_on is not null then 2 when verified_on is null then 1 else 0 end * 8388608
        + (65535 - greatest(0, least(65535, coalesce(verified_on - date '1970-01-01', 0)))) * 64
        + (uuid_hash(id) & 63)
      ) stored,
      add column draw smallint not null generated always as (((uuid_hash(id) >> 8) & 511)::smallint) stored`);
    this.addSql(`update directory_entry set lexemes = lexemes || array_to_tsvector(array(
      select distinct 'B:' || left(word, letters)
      from (
        select regexp_replace(lexeme, '^S:', '') as word from unnest(tsvector_to_array(lexemes)) as lexeme where lexeme !~ '^[A-RT-Z]:'
      ) as known, unnest(array[2, 4, 6]) as letters
      where length(word) >= letters
    ))`);
    // No pending list: whoever reads just after a write would otherwise scan it.
    this.addSql(`create index directory_entry_by_lexeme on directory_entry
      using gin (lexemes, standing, draw, name_keys) with (fastupdate = off)`);
  }
}
