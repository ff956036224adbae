import { Migration } from '@mikro-orm/migrations';

/**
 * How many of a round have their letter in the queue is told with each round of the list. Those that have not are few, but for the seconds in
 * which a round is opened: they have an index of their own, and nobody counts the others in the table.
 */
export class Migration20261126001920_requestsNotQueued extends Migration {
  override up(): void {
    this.addSql(
      `create index review_request_not_queued on review_request (round_id, id) where queued_at is null`,
    );
  }
}
