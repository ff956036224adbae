import { Migration } from '@mikro-orm/migrations';

/**
 * What an organisation answers by its link is kept by the link: whoever opens it again goes on where somebody left off.
 *
 * Each answer to a question counts once, however often it is sent. Two who answer differently are both kept.
 */
export class Migration20261126001710_answers extends Migration {
  override up(): void {
    this.addSql(`create table review_answer (
      link_id uuid not null references personal_link on delete cascade,
      field_group text not null,
      answer text not null constraint review_answer_is_one_of_three check (answer in ('yes', 'change', 'unknown')),
      answered_at timestamptz not null,
      constraint review_answer_counts_once primary key (link_id, field_group, answer)
    )`);
  }
}
