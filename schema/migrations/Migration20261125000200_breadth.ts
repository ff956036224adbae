import { Migration } from '@mikro-orm/migrations';

/**
 * A question that fits a large part of the register is answered from the best of its hits, in bounded time.
 *
 * `standing` is the part of the order of hits that no question changes: reachable and lately verified first (`standing.ts` says the same).
 * Its last byte is chance, so that a register which was verified in one day can be parted as well.
 *
 * Ranges of standings, lots that tell how many hits there are without counting them, the beginnings of words and whole names become
 * lexemes, beside the words in the one index. Entries that are there get them here; later ones come with them.
 */
export class Migration20261125000200_breadth extends Migration {
  override up(): void {
    this.addSql(`alter table directory_entry add column standing integer not null generated always as (
      case when reach_audiences = 0 or closed_on is not null then 2 when verified_on is null then 1 else 0 end * 16777216
      + (65535 - case when verified_on is null then 0 else greatest(1, least(65535, verified_on - date '1970-01-01')) end) * 256
      + get_byte(sha256(uuid_send(id)), 0)
    ) stored`);
    this.addSql('drop index directory_entry_by_lexeme');
    this.addSql(`update directory_entry set lexemes = lexemes || array_to_tsvector(
      array(
        select distinct 'B:' || left(word, letters)
        from (
          select regexp_replace(lexeme, '^S:', '') as word from unnest(tsvector_to_array(lexemes)) as lexeme where lexeme !~ '^[A-RT-Z]:'
        ) as known, unnest(array[2, 4, 6]) as letters
        where length(word) >= letters
      )
      || array(select distinct 'Y:' || left(name_key, 200) from unnest(name_keys) as name_key)
      || array(select 'Z:' || fineness || ':' || standing / size
               from (values (0, 1048576), (1, 65536), (2, 4096), (3, 256), (4, 8)) as range(fineness, size))
      || ('Q:' || (get_byte(sha256(uuid_send(id)), 1) * 256 + get_byte(sha256(uuid_send(id)), 2)) % 512)
    )`);
    // No pending list: whoever reads just after a write would otherwise scan it.
    this.addSql(
      'create index directory_entry_by_lexeme on directory_entry using gin (lexemes) with (fastupdate = off)',
    );
  }
}
