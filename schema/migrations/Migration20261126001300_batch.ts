import { Migration } from '@mikro-orm/migrations';

/**
 * What is done to many records at once is one thing to whoever did it: it has a name, figures, and a way back.
 *
 * Each of its changes stands in the change log as any other, and says which batch it was part of.
 */
export class Migration20261126001300_batch extends Migration {
  override up(): void {
    this.addSql(`create table batch (
      id uuid primary key,
      kind text not null check (kind in ('import', 'bulk', 'merge')),
      by_id uuid,
      via text not null check (via in ('session', 'token', 'system')),
      at timestamptz not null,
      reason text,
      state text not null check (state in ('under_way', 'done', 'undoing', 'undone', 'partly_undone')),
      made integer not null default 0 check (made >= 0),
      changed integer not null default 0 check (changed >= 0),
      removed integer not null default 0 check (removed >= 0),
      undone_by_id uuid,
      undone_at timestamptz,
      undone_reason text,
      kept integer not null default 0 check (kept >= 0),
      constraint batch_that_is_undone_says_when check ((undone_at is not null) = (state in ('undoing', 'undone', 'partly_undone')))
    )`);
    this.addSql('create index batch_latest_first on batch (at desc, id)');
  }
}
