import { Migration } from '@mikro-orm/migrations';

/**
 * There is one way in which an organisation lacks contact: `organisation_without_contact`. What an affiliation leaves behind when it ends is
 * the same, asked of the day after and without that affiliation.
 */
export class Migration20261126001120_oneWayToLackContact extends Migration {
  override up(): void {
    this.addSql('drop function organisation_is_without_contact(uuid, date)');
    this.addSql(`create or replace function organisation_has_contact(organisation uuid, day date, except_affiliation uuid default null)
      returns boolean language sql stable as $$
        select exists (
          select from organisation_contact_point as c
          where c.organisation_id = organisation_has_contact.organisation and c.bounced_on is null
        ) or exists (
          select from affiliation as a join person_contact_point as c on c.person_id = a.person_id
          where a.organisation_id = organisation_has_contact.organisation and a.id is distinct from except_affiliation
            and a.is_primary and a.since <= day and coalesce(a.until, 'infinity') >= day and c.bounced_on is null
        )
      $$`);
  }
}
