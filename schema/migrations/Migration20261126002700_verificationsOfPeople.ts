import { Migration } from '@mikro-orm/migrations';

/** All groups of facts of either kind, and those without which nobody is reached: a profile is as fresh as the oldest of these. */
const ofOrganisation = `'name', 'contact', 'people', 'languages', 'areas', 'topics'`;
const ofPerson = `'name', 'contact', 'affiliations', 'languages', 'areas', 'topics', 'willingness'`;
const core = `'name', 'contact', 'languages', 'areas'`;

const firstOf = (kind: 'organisation' | 'person', groups: string, from: string) =>
  `insert into verification (id, ${kind}_id, groups, method, verified_on, at, via)
   select md5('first verification of ' || id)::uuid, id, array[${groups}], verified_by, verified_on,
     verified_on::timestamp at time zone 'Europe/Oslo', 'system'
   from ${from} where verified_on is not null
   on conflict do nothing`;

/**
 * That somebody found right what is told of a person is an event, as it is of an organisation, and is kept in the same table.
 *
 * What stands in a profile until today is its first event. Who is erased has been vouched for by nobody: their events go with all else that
 * tells of them, and the table sees to it, for the application removes none.
 */
export class Migration20261126002700_verificationsOfPeople extends Migration {
  override up(): void {
    this.addSql('alter table verification alter column organisation_id drop not null');
    this.addSql(
      'alter table verification add column person_id uuid references person on delete cascade',
    );
    this.addSql('alter table verification drop constraint verification_is_of_groups');
    this.addSql(`alter table verification add constraint verification_is_of_one check (
      num_nonnulls(organisation_id, person_id) = 1
    )`);
    this.addSql(`alter table verification add constraint verification_is_of_groups check (
      cardinality(groups) > 0 and groups <@ case
        when person_id is null then array[${ofOrganisation}] else array[${ofPerson}]
      end
    )`);
    this.addSql(`create index verification_by_person on verification (person_id)
      where person_id is not null`);

    this.addSql('drop function verification_of(uuid)');
    this.addSql(`create function verification_of(record uuid)
      returns table (verified_on date, verified_by text) language sql stable as $$
        with latest as (
          select distinct on (g) g, v.verified_on, v.method
          from verification as v cross join unnest(v.groups) as g
          where (v.organisation_id = record or v.person_id = record) and v.takes_back is null and g in (${core})
            and not exists (select from verification as t where t.takes_back = v.id)
          order by g, v.verified_on desc, v.at desc
        )
        select l.verified_on, l.method from latest as l
        where (select count(*) from latest) = array_length(array[${core}], 1)
        order by l.verified_on, l.g limit 1
      $$`);

    this.addSql(`create or replace function verification_comes_along() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'person' then
          ${firstOf('person', ofPerson, 'made')};
        else
          ${firstOf('organisation', ofOrganisation, 'made')};
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger person_brings_its_verification after insert on person
      referencing new table as made for each statement execute function verification_comes_along()`);
    this.addSql(`create trigger person_is_verified_by_events before update of verified_on, verified_by on person
      for each row when (new.verified_on is distinct from old.verified_on or new.verified_by is distinct from old.verified_by)
      execute function verification_decides()`);

    this.addSql(`create function erased_is_verified_by_nobody() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from verification where person_id = new.id;
        new.verified_on = null;
        new.verified_by = null;
        return new;
      end $$`);
    this.addSql(`create trigger person_erased_is_verified_by_nobody before update of erased_at on person
      for each row when (new.erased_at is not null and old.erased_at is null)
      execute function erased_is_verified_by_nobody()`);
    for (const trigger of [
      'person_brings_its_verification',
      'person_is_verified_by_events',
      'person_erased_is_verified_by_nobody',
    ]) {
      this.addSql(`alter table person enable always trigger ${trigger}`);
    }

    this.addSql(firstOf('person', ofPerson, 'person'));
  }
}
