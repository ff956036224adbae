import { Migration } from '@mikro-orm/migrations';

/**
 * The same done to many at once: first counted, then done.
 *
 * What was counted is kept with the versions that were seen, so that what is done is what was confirmed, to the last record: whoever
 * was changed in between is left, and whoever came since is not touched. One that is done has the name of its batch.
 */
export class Migration20261126001620_bulkEdit extends Migration {
  override up(): void {
    this.addSql(`create table bulk_edit (
      id uuid primary key,
      by_id uuid not null,
      counted_at timestamptz not null,
      action text not null,
      value text,
      reason text,
      ids uuid[] not null,
      versions integer[] not null,
      chosen integer not null,
      refusals jsonb not null default '[]',
      state text not null default 'counted' check (state in ('counted', 'under_way', 'done')),
      done integer not null default 0,
      changed integer not null default 0,
      left_ids uuid[] not null default '{}',
      constraint bulk_edit_knows_each_version check (cardinality(ids) = cardinality(versions)),
      constraint bulk_edit_does_each_once check (done <= cardinality(ids))
    )`);
    this.addSql(`create index bulk_edit_counted on bulk_edit (counted_at) where state = 'counted'`);
  }
}
