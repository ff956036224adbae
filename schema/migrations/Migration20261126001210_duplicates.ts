import { Migration } from '@mikro-orm/migrations';

/**
 * What may be in the register twice.
 *
 * `duplicate_key` is what two records can have in common, as numbers: a name however ordered, its consonants, a telephone, an address. Two
 * records with the same key of the same kind are looked at as a pair; nothing in it tells of anybody. `duplicate_candidate` is what came
 * of looking, `duplicate_decision` that somebody has looked and knows better: it holds for ever, or until it is taken back.
 *
 * Triggers note whose keys are to be made anew, in the transaction that changed them; a job does it soon after. What is in the register
 * already is noted now.
 */
export class Migration20261126001210_duplicates extends Migration {
  override up(): void {
    this.addSql(`create table duplicate_key (
      record_id uuid not null,
      kind text not null,
      key bigint not null,
      primary key (record_id, kind, key)
    )`);
    this.addSql('create index duplicate_key_by_key on duplicate_key (key, kind, record_id)');
    this.addSql(`create table duplicate_due (
      record_id uuid primary key
    )`);
    this.addSql(`create table duplicate_candidate (
      one_id uuid not null,
      other_id uuid not null,
      record_kind text not null constraint duplicate_candidate_is_of_records check (record_kind in ('organisation', 'person')),
      score integer not null,
      open_score integer not null,
      reasons text[] not null,
      found_at timestamptz not null default now(),
      primary key (one_id, other_id),
      constraint duplicate_candidate_is_one_pair_once check (one_id < other_id)
    )`);
    this.addSql('create index duplicate_candidate_by_other on duplicate_candidate (other_id)');
    this.addSql(
      'create index duplicate_candidate_by_score on duplicate_candidate (score desc, one_id, other_id)',
    );
    this.addSql(`create table duplicate_decision (
      id uuid primary key,
      record_kind text not null constraint duplicate_decision_is_of_records check (record_kind in ('organisation', 'person')),
      one_id uuid not null,
      other_id uuid not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      reason text,
      undone_by uuid,
      undone_at timestamptz,
      constraint duplicate_decision_is_undone_by_somebody check ((undone_by is null) = (undone_at is null))
    )`);
    this.addSql('create index duplicate_decision_by_one on duplicate_decision (one_id)');
    this.addSql('create index duplicate_decision_by_other on duplicate_decision (other_id)');

    this.dueWhenChanged();
    this.addSql('insert into duplicate_due select id from directory_entry');
  }

  private dueWhenChanged(): void {
    this.addSql(`create function duplicate_due_of() returns trigger language plpgsql as $$
      begin
        -- Whoever is noted already is noted anew: the job that is about to look passes by what is held here.
        execute format('insert into duplicate_due select distinct %I from changed order by 1
          on conflict (record_id) do update set record_id = excluded.record_id', tg_argv[0]);
        return null;
      end
    $$`);
    const tables = [
      ['directory_entry', 'id'],
      ['organisation_contact_point', 'organisation_id'],
      ['person_contact_point', 'person_id'],
    ] as const;
    for (const [table, column] of tables) {
      for (const [event, rows] of [
        ['insert', 'new'],
        ['update', 'new'],
        ['delete', 'old'],
      ]) {
        this.addSql(`create trigger ${table}_may_be_double_after_${event} after ${event} on ${table}
          referencing ${rows} table as changed for each statement execute function duplicate_due_of('${column}')`);
      }
    }
    // Who is gone has nothing in common with anybody, from the same moment on.
    this.addSql(`create function forget_duplicates() returns trigger language plpgsql as $$
      begin
        delete from duplicate_key using changed where record_id = changed.id;
        delete from duplicate_candidate using changed where one_id = changed.id or other_id = changed.id;
        return null;
      end
    $$`);
    this.addSql(`create trigger directory_entry_is_double_no_more after delete on directory_entry
      referencing old table as changed for each statement execute function forget_duplicates()`);
  }
}
