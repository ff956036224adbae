import { Migration } from '@mikro-orm/migrations';

/** All groups of facts, and those without which nobody is reached: a profile is as fresh as the oldest of these. */
const groups = `'name', 'contact', 'people', 'languages', 'areas', 'topics'`;
const core = `'name', 'contact', 'languages', 'areas'`;

/**
 * That somebody found a profile right is an event, of named groups of facts: who, when, how.
 *
 * Until now it was two columns, which any save could move. They stay, for search, lists and pages read them; but what they say follows from
 * the events, whoever writes them: a row that comes with a day brings its first event along, and no update moves them otherwise. What
 * stands there until today is such a first event, of all that the profile says. Large loads turn other triggers off, so these are always on.
 */
export class Migration20261126001700_verifications extends Migration {
  override up(): void {
    this.addSql(`create table verification (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      groups text[] not null constraint verification_is_of_groups check (
        cardinality(groups) > 0 and groups <@ array[${groups}]
      ),
      method text not null constraint verification_is_made_in_a_way check (
        method in ('link', 'phone', 'meeting', 'register', 'exercise')
      ),
      verified_on date not null,
      at timestamptz not null,
      by_id uuid,
      via text not null check (via in ('session', 'token', 'link', 'system')),
      note text,
      takes_back uuid references verification on delete cascade,
      constraint verification_is_taken_back_once unique (takes_back)
    )`);
    this.addSql('create index verification_by_organisation on verification (organisation_id)');

    this.addSql(`create function verification_of(organisation uuid)
      returns table (verified_on date, verified_by text) language sql stable as $$
        with latest as (
          select distinct on (g) g, v.verified_on, v.method
          from verification as v cross join unnest(v.groups) as g
          where v.organisation_id = organisation and v.takes_back is null and g in (${core})
            and not exists (select from verification as t where t.takes_back = v.id)
          order by g, v.verified_on desc, v.at desc
        )
        select l.verified_on, l.method from latest as l
        where (select count(*) from latest) = array_length(array[${core}], 1)
        order by l.verified_on, l.g limit 1
      $$`);

    this.addSql(`create function verification_comes_along() returns trigger language plpgsql as $$
      begin
        insert into verification (id, organisation_id, groups, method, verified_on, at, via)
        select md5('first verification of ' || id)::uuid, id, array[${groups}], verified_by, verified_on,
          verified_on::timestamp at time zone 'Europe/Oslo', 'system'
        from made where verified_on is not null
        on conflict do nothing;
        return null;
      end $$`);
    this.addSql(`create trigger organisation_brings_its_verification after insert on organisation
      referencing new table as made for each statement execute function verification_comes_along()`);

    this.addSql(`create function verification_decides() returns trigger language plpgsql as $$
      begin
        select v.verified_on, v.verified_by into new.verified_on, new.verified_by
        from (select) as always left join verification_of(new.id) as v on true;
        return new;
      end $$`);
    this.addSql(`create trigger organisation_is_verified_by_events before update of verified_on, verified_by on organisation
      for each row when (new.verified_on is distinct from old.verified_on or new.verified_by is distinct from old.verified_by)
      execute function verification_decides()`);
    for (const trigger of [
      'organisation_brings_its_verification',
      'organisation_is_verified_by_events',
    ]) {
      this.addSql(`alter table organisation enable always trigger ${trigger}`);
    }

    this.addSql(`insert into verification (id, organisation_id, groups, method, verified_on, at, via)
      select md5('first verification of ' || id)::uuid, id, array[${groups}], verified_by, verified_on,
        verified_on::timestamp at time zone 'Europe/Oslo', 'system'
      from organisation where verified_on is not null`);
  }
}
