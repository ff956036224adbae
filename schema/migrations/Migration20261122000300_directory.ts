import { Migration } from '@mikro-orm/migrations';

/**
 * The directory: one row per organisation and person with everything that a search looks at, and a dictionary of the words in them.
 *
 * All of it is derived and can be rebuilt; `lexemes` is made in the application, never parsed here, so that writing and searching
 * fold words by the same code. Words are compared byte by byte, whatever the locale of the database.
 */
export class Migration20261122000300_directory extends Migration {
  override up(): void {
    this.addSql(`create table directory_entry (
      id uuid primary key,
      record text not null check (record in ('organisation', 'person')),
      kind text,
      name text not null,
      sort_name text collate "C" not null,
      name_keys text[] not null,
      name_length integer not null,
      aliases text[] not null,
      affiliations text[] not null,
      number text,
      names tsvector not null,
      lexemes tsvector not null,
      languages integer[] not null,
      areas integer[] not null,
      topics integer[] not null,
      communities integer[] not null,
      willingness text[] not null,
      phone_audiences smallint not null,
      reach_audiences smallint not null,
      verified_on date,
      verified_by text,
      closed_on date,
      constraint only_organisations_have_a_kind check ((kind is not null) = (record = 'organisation'))
    )`);
    // No pending list: whoever reads just after a write would otherwise scan it.
    this.addSql(
      'create index directory_entry_by_lexeme on directory_entry using gin (lexemes) with (fastupdate = off)',
    );

    this.addSql(`create table directory_word (
      word text collate "C" primary key,
      uses integer not null
    )`);
    this.addSql(`create table directory_deletion (
      deletion text collate "C" not null,
      word text collate "C" not null,
      primary key (deletion, word)
    )`);
  }
}
