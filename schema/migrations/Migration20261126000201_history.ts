import { Migration } from '@mikro-orm/migrations';

/**
 * A change can say that it undoes another, and history can be read.
 *
 * `change_seen` is a change with what it takes to tell of it: who that is today, what the record is called and where it belongs, the key of the person, and
 * for whom the contact points are that it may have changed. Whoever reads only a part of it pays for that part.
 */
export class Migration20261126000201_history extends Migration {
  override up(): void {
    this.addSql(
      'alter table change add column undoes uuid constraint change_undoes_one_that_is_there references change (id)',
    );
    this.addSql(
      'create unique index change_is_undone_once on change (undoes) where undoes is not null',
    );
    this.addSql(`create view change_seen with (security_invoker = true) as
      select c.id, c.record, c.record_id, c.version, c.verb, c.via, c.reason, c.fields, c.undoes,
        to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        exists (select from change as u where u.undoes = c.id) as is_undone,
        s.id as author_id, s.name as author_name, s.role as author_role,
        case c.record
          when 'organisation' then (select name from organisation where id = c.record_id)
          when 'person' then (
            select trim(given_name || ' ' || family_name) from person where id = c.record_id
          )
          when 'staff_user' then (select name from staff_user where id = c.record_id)
          when 'api_token' then (select label from api_token where id = c.record_id)
        end as record_name,
        (select o.served_areas from organisation as o where c.record = 'organisation' and o.id = c.record_id)
          as served_areas,
        (select o.seat_number from organisation as o where c.record = 'organisation' and o.id = c.record_id)
          as seat,
        (select k.sealed_key from person_key as k where c.record = 'person' and k.person_id = c.record_id)
          as sealed_key,
        case c.record
          when 'organisation' then (
            select jsonb_object_agg(p.id, p.audience)
            from organisation_contact_point as p where p.organisation_id = c.record_id
          )
          when 'person' then (
            select jsonb_object_agg(p.id, p.audience)
            from person_contact_point as p where p.person_id = c.record_id
          )
        end as audiences
      from change as c
      left join staff_user as s on s.id = c.by_id and c.via = 'session'`);
  }
}
