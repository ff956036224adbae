import { Migration } from '@mikro-orm/migrations';

/** What is said of each change, whatever it is of. */
const columns = `c.id, c.record, c.record_id, c.version, c.verb, c.via, c.reason, c.fields, c.undoes,
  to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  exists (select from change as u where u.undoes = c.id) as is_undone,
  s.id as author_id, s.name as author_name, s.role as author_role,
  case c.record
    when 'organisation' then (select name from organisation where id = c.record_id)
    when 'person' then (
      select trim(given_name || ' ' || family_name) from person where id = c.record_id
    )
    when 'affiliation' then (
      select concat_ws(' – ', nullif(trim(p.given_name || ' ' || p.family_name), ''), o.name)
      from organisation as o left join person as p on p.id = c.person_id where o.id = c.organisation_id
    )
    when 'staff_user' then (select name from staff_user where id = c.record_id)
    when 'api_token' then (select label from api_token where id = c.record_id)
    when 'crisis' then (select name from crisis where id = c.record_id)
    when 'review_round' then (select name from review_round where id = c.record_id)
    when 'break_glass' then (
      select b.opened_by || ': ' || k.name
      from break_glass as b join crisis as k on k.id = b.crisis_id where b.id = c.record_id
    )
  end as record_name,
  (select o.served_areas from organisation as o
   where c.record in ('organisation', 'affiliation') and o.id = coalesce(c.organisation_id, c.record_id)) as served_areas,
  (select o.seat_number from organisation as o
   where c.record in ('organisation', 'affiliation') and o.id = coalesce(c.organisation_id, c.record_id)) as seat,
  (select k.sealed_key from person_key as k
   where c.record in ('person', 'affiliation') and k.person_id = coalesce(c.person_id, c.record_id)) as sealed_key,
  case c.record
    when 'organisation' then (
      select jsonb_object_agg(p.id, p.audience)
      from organisation_contact_point as p where p.organisation_id = c.record_id
    )
    when 'person' then (
      select jsonb_object_agg(p.id, p.audience)
      from person_contact_point as p where p.person_id = c.record_id
    )
  end as audiences`;

const author = `left join staff_user as s on s.id = c.by_id and c.via = 'session'`;

const added = `c.is_reversible, c.batch_id,
  case c.record
    when 'organisation' then (select version from organisation where id = c.record_id)
    when 'person' then (select version from person where id = c.record_id)
    when 'affiliation' then (select version from affiliation where id = c.record_id)
  end as current_version,
  case c.record when 'person' then c.record_id when 'affiliation' then c.person_id end as sealed_for`;

/** A change of a round is told by the name of the round. */
export class Migration20261126003400_roundsByName extends Migration {
  override up(): void {
    this.addSql(`create or replace view change_seen with (security_invoker = true) as
      select ${columns}, c.record as of_record, c.record_id as of_id, null as of_name, ${added}
      from change as c ${author}
      where c.record not in ('consent', 'personal_link', 'affiliation', 'verification', 'quiet_rule')
      union all
      select ${columns}, 'person', n.person_id,
        (select nullif(trim(given_name || ' ' || family_name), '') from person where id = n.person_id), ${added}
      from change as c ${author} left join consent as n on n.id = c.record_id
      where c.record = 'consent'
      union all
      select ${columns}, l.record_kind, l.record_id,
        case l.record_kind
          when 'organisation' then (select name from organisation where id = l.record_id)
          else (
            select nullif(trim(given_name || ' ' || family_name), '') from person where id = l.record_id
          )
        end, ${added}
      from change as c ${author} left join personal_link as l on l.id = c.record_id
      where c.record = 'personal_link'
      union all
      select ${columns}, 'person', c.person_id, null, ${added}
      from change as c ${author}
      where c.record = 'affiliation'
      union all
      select ${columns}, 'organisation', c.organisation_id, null, ${added}
      from change as c ${author}
      where c.record = 'affiliation'
      union all
      select ${columns}, 'organisation', v.organisation_id,
        (select name from organisation where id = v.organisation_id), ${added}
      from change as c ${author} left join verification as v on v.id = c.record_id
      where c.record = 'verification' and v.person_id is null
      union all
      select ${columns}, 'person', v.person_id,
        (select nullif(trim(given_name || ' ' || family_name), '') from person where id = v.person_id), ${added}
      from change as c ${author} join verification as v on v.id = c.record_id
      where c.record = 'verification' and v.person_id is not null
      union all
      select ${columns}, 'organisation', q.organisation_id,
        (select name from organisation where id = q.organisation_id), ${added}
      from change as c ${author} left join quiet_rule as q on q.id = c.record_id
      where c.record = 'quiet_rule'`);
  }
}
