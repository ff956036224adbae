import { Migration } from '@mikro-orm/migrations';

/**
 * Whether nobody knows how to reach an organisation any more: nothing of its own that has not failed, and nobody to ask first with
 * anything that has not. The same for its page, for lists and for what there is to do.
 */
export class Migration20261126001030_withoutContact extends Migration {
  override up(): void {
    this.addSql(`
      create function organisation_without_contact(organisation uuid, on_day date) returns boolean
      language sql stable as $$
        select not exists (
          select from organisation_contact_point c where c.organisation_id = organisation and c.bounced_on is null
        ) and not exists (
          select from affiliation a join person_contact_point c on c.person_id = a.person_id
          where a.organisation_id = organisation and a.is_primary and a.since <= on_day
            and coalesce(a.until, 'infinity') >= on_day and c.bounced_on is null
        )
      $$
    `);
  }
}
