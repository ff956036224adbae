import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever has said that an address is to get no more letters of a kind gets none, whichever record it stands on.
 *
 * Of the address a hash is kept, so that another that takes its place is not left out; the contact point is there for those who ask why.
 */
export class Migration20261126002010_mailStops extends Migration {
  override up(): void {
    this.addSql(`create table mail_stop (
      id uuid primary key,
      address_hash text not null,
      purpose text not null constraint mail_stop_is_of_a_purpose check (purpose in ('review')),
      record_kind text not null constraint mail_stop_is_of_a_record check (record_kind in ('organisation', 'person')),
      contact_point_id uuid not null,
      since timestamptz not null,
      through text not null constraint mail_stop_comes_somehow check (through in ('letter', 'report')),
      constraint mail_stop_is_said_once unique (address_hash, purpose)
    )`);
    this.addSql('create index mail_stop_by_contact_point on mail_stop (contact_point_id)');
  }
}
