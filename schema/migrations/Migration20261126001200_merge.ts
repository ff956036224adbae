import { Migration } from '@mikro-orm/migrations';

/**
 * Two records that are of the same body or the same person become one, and can become two again.
 *
 * The one that is merged away stays as a tombstone: it says into which, so that old addresses lead somewhere. What a merge did to each row is
 * kept: what it replaced and by what, whole rows where they went, and a print (a keyed hash) of the rest of the row, so that undoing puts
 * back exactly that, and knows what was changed since. What is of a person is sealed with that person's key, as in the change log: nobody is
 * forgotten by halves.
 */
export class Migration20261126001200_merge extends Migration {
  override up(): void {
    for (const table of ['organisation', 'person']) {
      this.addSql(`alter table ${table} add column merged_into uuid references ${table}
        constraint ${table}_is_merged_into_another check (merged_into <> id)`);
      this.addSql(
        `create index ${table}_by_survivor on ${table} (merged_into) where merged_into is not null`,
      );
    }
    this.addSql(`create table merge (
      id uuid primary key,
      record_kind text not null constraint merge_is_of_records check (record_kind in ('organisation', 'person')),
      survivor_id uuid not null,
      loser_id uuid not null,
      merged_by uuid not null,
      merged_at timestamptz not null,
      reason text,
      undone_by uuid,
      undone_at timestamptz,
      constraint merge_is_of_two check (survivor_id <> loser_id),
      constraint merge_is_undone_by_somebody check ((undone_by is null) = (undone_at is null))
    )`);
    this.addSql(
      'create unique index merge_happens_once_to_a_record on merge (loser_id) where undone_at is null',
    );
    this.addSql('create index merge_by_survivor on merge (survivor_id)');
    this.addSql(`create table merge_row (
      merge_id uuid not null references merge on delete cascade,
      place integer not null,
      of_table text not null,
      row_id uuid not null,
      relation text not null,
      sealed_for uuid,
      before jsonb,
      after jsonb,
      print bytea,
      primary key (merge_id, place),
      constraint merge_row_was_there_before_or_after check (before is not null or after is not null),
      constraint merge_row_keeps_people_sealed check (
        sealed_for is null or (coalesce(before ? 'sealed', true) and coalesce(after ? 'sealed', true))
      )
    )`);
  }
}
