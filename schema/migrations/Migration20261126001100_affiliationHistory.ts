import { Migration } from '@mikro-orm/migrations';

/**
 * An affiliation becomes a record with versions, whose changes stand in the change log; and the register can say which organisations have
 * nobody left to turn to.
 *
 * What is there already is version 1 of itself. A change of one says whom and what it tied together then, so that it stands in the history
 * of both, also when it is gone. Of what is told of it only its title is what somebody wrote about a person: it is sealed, with the key of
 * that person, and goes with them when they are erased.
 */
export class Migration20261126001100_affiliationHistory extends Migration {
  override up(): void {
    this.addSql('alter table affiliation add column version integer not null default 1');
    this.addSql('alter table change add column person_id uuid, add column organisation_id uuid');
    this.addSql(`alter table change add constraint change_of_an_affiliation_says_whose check (
      (record = 'affiliation') = (person_id is not null) and (record = 'affiliation') = (organisation_id is not null)
    )`);
    for (const whose of ['person_id', 'organisation_id']) {
      this.addSql(
        `create index change_by_${whose} on change (${whose}) where ${whose} is not null`,
      );
    }
    this.addSql(`alter table change add constraint change_keeps_titles_of_people_sealed check (
      record <> 'affiliation'
      or not fields @? '$[*] ? (@.field == "title").before ? (@.type() != "null" && !exists(@.sealed))'
      and not fields @? '$[*] ? (@.field == "title").after ? (@.type() != "null" && !exists(@.sealed))'
    )`);
    this.addSql(`create function organisation_has_contact(organisation uuid, day date, except_affiliation uuid default null)
      returns boolean language sql stable as $$
        select exists (
          select from affiliation as a join person as p on p.id = a.person_id
          where a.organisation_id = organisation_has_contact.organisation and a.id is distinct from except_affiliation
            and a.since <= day and coalesce(a.until, 'infinity') >= day and p.erased_at is null and p.archived_on is null
            and exists (select from person_contact_point as c where c.person_id = p.id and c.bounced_on is null)
        )
      $$`);
    this.addSql(`create function organisation_is_without_contact(organisation uuid, day date)
      returns boolean language sql stable as $$
        select not organisation_has_contact(organisation_is_without_contact.organisation, day) and (
          exists (select from affiliation as a where a.organisation_id = organisation_is_without_contact.organisation)
          or not exists (
            select from organisation_contact_point as c
            where c.organisation_id = organisation_is_without_contact.organisation and c.bounced_on is null
          )
        )
      $$`);
  }
}
