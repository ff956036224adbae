import { Migration } from '@mikro-orm/migrations';

/**
 * Records get versions, and every version its row in the change log.
 *
 * One row is one version of one record: who made it, when, by which use case, why, and each field before and after. The key is the
 * promise that no version is made twice; that nothing here is altered or removed is a matter of rights (`migrate.ts`). What is already
 * in the register is version 1 of itself, and has no row: nobody changed it.
 *
 * A value is JSON as the API shows it. What is personal is never here in clear: it is an object, `{"sealed": "…"}`, which no value in
 * clear ever is; of people everything is.
 */
export class Migration20261125000100_changeLog extends Migration {
  override up(): void {
    this.addSql('alter table organisation add column version integer not null default 1');
    this.addSql(`create table change (
      record text not null check (record in ('organisation', 'person')),
      record_id uuid not null,
      version integer not null check (version > 0),
      verb text not null check (verb <> ''),
      by_id uuid not null,
      via text not null check (via in ('session', 'token')),
      at timestamptz not null,
      reason text,
      request_id text not null,
      fields jsonb not null check (jsonb_typeof(fields) = 'array'),
      constraint change_makes_a_version_once primary key (record_id, version),
      constraint change_keeps_people_sealed check (
        record <> 'person'
        or not fields @? '$[*].before ? (@.type() != "null" && !exists(@.sealed))'
        and not fields @? '$[*].after ? (@.type() != "null" && !exists(@.sealed))'
      )
    )`);
    // One renamed organisation is a few hundred places in the index. So few wait together that a search reads them in passing.
    this.addSql(
      'alter index directory_entry_by_lexeme set (fastupdate = on, gin_pending_list_limit = 64)',
    );
  }
}
