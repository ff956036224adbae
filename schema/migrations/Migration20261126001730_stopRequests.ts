import { Migration } from '@mikro-orm/migrations';

/**
 * An organisation says by its link that it wants to be left alone, objects, or wants to be removed. Each waits for an answer; the same
 * asked again while it waits is one.
 */
export class Migration20261126001730_stopRequests extends Migration {
  override up(): void {
    this.addSql(`create table stop_request (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      link_id uuid references personal_link on delete set null,
      language text not null,
      kind text not null constraint stop_request_is_of_a_kind check (kind in ('pause', 'object', 'remove')),
      reason text,
      asked_at timestamptz not null,
      answered_at timestamptz,
      answered_by uuid,
      answer text,
      constraint stop_request_is_answered_in_words check ((answered_at is null) = (answer is null))
    )`);
    this.addSql(`create unique index stop_request_waits_once on stop_request (organisation_id, kind)
      where answered_at is null`);
  }
}
