import { usualMonths } from '#server/common/deadlineMonths.ts';
import type { IndexedContact, IndexedRecord } from './entryOf.ts';

type Contact = [IndexedContact['channel'], IndexedContact['audience'], boolean, string | null];

/** A record as `recordsSql` tells of it. */
export interface RecordRow extends Omit<IndexedRecord, 'languages' | 'contacts'> {
  readonly languages: [number, IndexedRecord['languages'][number]['speaks']][];
  readonly contacts: Contact[];
}

/** What the tables say of the records in `ids`, a list or a query; nobody finds what is archived. `today` decides which affiliations hold. Both are places of the statement. */
export const recordsSql = (ids: string, today: string): string => `
  select o.id, o.name, o.kind, o.number, o.topics, o.communities,
    case when o.served_areas = '{}' and o.seat_number is not null then array[o.seat_number] else o.served_areas end as areas,
    array(select n.name from organisation_name n where n.organisation_id = o.id order by n.id) as aliases,
    '{}'::text[] as affiliations, '{}'::text[] as willingness,
    (select coalesce(json_agg(json_build_array(l, null)), '[]') from unnest(o.languages) l) as languages,
    (select coalesce(json_agg(json_build_array(c.channel, c.audience, c.bounced_on is not null, c.value)), '[]')
     from organisation_contact_point c where c.organisation_id = o.id) as contacts,
    o.verified_on::text as "verifiedOn", o.verified_by as "verifiedBy", o.closed_on::text as "closedOn", o.due_months as "dueMonths"
  from organisation o where o.id = any(${ids}) and o.archived_on is null and o.merged_into is null
  union all
  select p.id, trim(p.given_name || ' ' || p.family_name), null, null, p.topics, '{}', p.areas,
    array(
      select trim(m.given_name || ' ' || m.family_name) from person m where m.merged_into = p.id and m.erased_at is null order by 1
    ),
    array(
      select distinct o.name from affiliation a join organisation o on o.id = a.organisation_id
      where a.person_id = p.id and a.since <= ${today}::date and coalesce(a.until, 'infinity') >= ${today}::date
      order by o.name
    ),
    p.willingness,
    (select coalesce(json_agg(json_build_array(l.language_number, l.speaks)), '[]')
     from person_language l where l.person_id = p.id),
    (select coalesce(json_agg(json_build_array(c.channel, c.audience, c.bounced_on is not null, null)), '[]')
     from person_contact_point c where c.person_id = p.id),
    p.verified_on::text, p.verified_by, null, ${usualMonths}
  from person p where p.id = any(${ids}) and p.erased_at is null and p.archived_on is null and p.merged_into is null`;

/** The row as a search looks at it. */
export const recordOf = (row: RecordRow): IndexedRecord => ({
  ...row,
  languages: row.languages.map(([number, speaks]) => ({ number, speaks })),
  contacts: row.contacts.map(([channel, audience, hasFailed, value]) => ({
    channel,
    audience,
    hasFailed,
    value,
  })),
});
