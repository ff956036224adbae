import { Migration } from '@mikro-orm/migrations';

/**
 * Those who don't answer a round are rung up. What came of each call is a row, also when it was taken back: how often nobody answered, and when
 * somebody asked to be rung again, follows from the rows and is kept nowhere else. Who is on to whom is a claim, as on the work list.
 *
 * Which languages a caller speaks is what they say of themselves, and nobody else says it.
 */
export class Migration20261126002200_callList extends Migration {
  override up(): void {
    this.addSql(`create table review_call (
      id uuid primary key,
      request_id uuid not null references review_request on delete cascade,
      outcome text not null constraint review_call_has_an_outcome check (
        outcome in ('confirmed', 'changed', 'later', 'no_answer', 'wrong_number', 'new_contact', 'declined')
      ),
      at timestamptz not null,
      by_id uuid not null,
      groups text[] not null default '{}',
      contact_point_id uuid,
      bounced_before date,
      again_at timestamptz,
      note text,
      undone_at timestamptz,
      constraint review_call_later_says_when check (outcome <> 'later' or again_at is not null)
    )`);
    this.addSql('create index review_call_by_request on review_call (request_id, at)');

    this.addSql(`create table staff_language (
      user_id uuid not null references staff_user on delete cascade,
      language_number integer not null references language (number),
      primary key (user_id, language_number)
    )`);
  }
}
