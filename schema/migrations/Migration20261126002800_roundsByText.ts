import { Migration } from '@mikro-orm/migrations';

/**
 * Rounds go by text message, too.
 *
 * Whom we could reach by that alone, where nobody carries text messages, is hindered by a reason of its own: it is the house that lacks something, and
 * neither the organisation nor the register.
 */
export class Migration20261126002800_roundsByText extends Migration {
  override up(): void {
    this.addSql('alter table review_request drop constraint review_request_is_hindered_somehow');
    this.addSql(`alter table review_request add constraint review_request_is_hindered_somehow check (
      hindrance in ('no_address', 'bounced', 'no_gateway', 'paused', 'objected', 'archived', 'merged', 'certain')
    )`);
  }
}
