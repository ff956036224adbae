import { Migration } from '@mikro-orm/migrations';

/**
 * A file that somebody brings stands beside the register until they have looked at it.
 *
 * Its rows may name people, so they are sealed, each for its place; what a row would do to the register is about organisations alone and
 * stands in the open. All of it is deleted when it has done its work, or at `kept_until` at the latest; what is left is when, who, and figures.
 */
export class Migration20261126001310_import extends Migration {
  override up(): void {
    this.addSql(`create table import (
      id uuid primary key,
      version integer not null default 1,
      by_id uuid,
      via text not null check (via in ('session', 'token', 'system')),
      scope integer[],
      at timestamptz not null,
      file_name text not null,
      bytes integer not null,
      digest bytea not null,
      format text not null check (format in ('csv', 'xlsx')),
      encoding text,
      separator text,
      headings text[] not null,
      columns jsonb not null,
      kind text not null default 'immigrant_organisation',
      rows integer not null,
      state text not null check (state in ('planning', 'ready', 'applying', 'done', 'failed', 'discarded')),
      done integer not null default 0,
      problem text,
      reason text,
      batch_id uuid references batch,
      planned_at timestamptz,
      kept_until timestamptz not null,
      constraint import_is_applied_in_a_batch check ((state in ('applying', 'done')) = (batch_id is not null))
    )`);
    this.addSql('create index import_latest_first on import (at desc, id)');
    this.addSql(`create table import_row (
      import_id uuid not null references import on delete cascade,
      place integer not null,
      line integer not null,
      sealed_cells bytea,
      flaws jsonb not null default '[]',
      outcome text not null default 'unread' check (
        outcome in ('unread', 'added', 'changed', 'left', 'refused', 'excluded')
      ),
      is_excluded boolean not null default false,
      decision text,
      number text,
      name_key text,
      organisation_id uuid,
      seen_version integer,
      title text,
      fields jsonb not null default '[]',
      candidates jsonb not null default '[]',
      is_applied boolean not null default false,
      primary key (import_id, place)
    )`);
    // Which rows of a file are alike is looked for when one of them is mended.
    this.addSql(
      'create index import_row_by_number on import_row (import_id, number) where number is not null',
    );
    this.addSql(
      'create index import_row_by_name on import_row (import_id, name_key) where name_key is not null',
    );
    this.addSql('create index import_row_by_outcome on import_row (import_id, outcome, place)');
    this.addSql(`create table import_mapping (
      id uuid primary key,
      by_id uuid,
      headings text[] not null,
      columns jsonb not null,
      at timestamptz not null,
      constraint import_mapping_is_remembered_once unique nulls not distinct (by_id, headings)
    )`);
  }
}
