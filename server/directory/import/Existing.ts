import type { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

/** Det som er der. An organisation of the register, as far as an import looks at it. */
export interface Existing {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly number: string | null;
  readonly seat: number | null;
  readonly servedAreas: readonly number[];
  readonly languages: readonly number[];
  readonly communities: readonly number[];
  readonly topics: readonly number[];
  readonly parent: string | null;
  readonly memberCount: number | null;
  readonly memberYear: number | null;
  /** Put away: then it is taken out again by people first. */
  readonly archivedOn: string | null;
  readonly aliases: readonly string[];
  readonly contacts: readonly {
    readonly id: string;
    readonly channel: ContactChannel;
    readonly value: string;
    readonly position: number;
    readonly audience: ContactAudience;
    readonly lastWorkedOn: string | null;
    readonly bouncedOn: string | null;
  }[];
}

/** As SQL, of the organisations whose identifiers are in the first place of the statement. */
export const existingSql = `
  select o.id, o.version, o.name, o.kind, o.number, o.seat_number as seat, o.served_areas as "servedAreas", o.languages,
    o.communities, o.topics, o.parent_id as parent, o.member_count as "memberCount", o.member_year as "memberYear",
    o.archived_on::text as "archivedOn",
    array(select n.name from organisation_name n where n.organisation_id = o.id) as aliases,
    (select coalesce(json_agg(json_build_object('id', c.id, 'channel', c.channel, 'value', c.value, 'position', c.position,
        'audience', c.audience, 'lastWorkedOn', c.last_worked_on, 'bouncedOn', c.bounced_on) order by c.position, c.id), '[]')
     from organisation_contact_point c where c.organisation_id = o.id) as contacts
  from organisation o where o.id = any($1::uuid[])`;
