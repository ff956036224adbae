import { Migration } from '@mikro-orm/migrations';

/**
 * A letter on paper is printed first and sent later, by somebody who carries it to the post. When it was printed is kept, so that whoever says
 * that the letters were sent says it of those on paper, and not of one that came into the queue meanwhile.
 */
export class Migration20261126002110_printedLetters extends Migration {
  override up(): void {
    this.addSql(`alter table review_message add column printed_at timestamptz
      constraint review_message_is_printed_on_paper check (printed_at is null or channel = 'letter')`);
  }
}
