import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { Run } from '#server/common/inTransaction.ts';

/** A way to reach the organisation, as its row stands. */
export interface StandingPoint {
  readonly id: string;
  readonly channel: ContactChannel;
  readonly value: string;
  readonly hours: string | null;
  readonly lastWorkedOn: string | null;
  readonly bouncedOn: string | null;
  readonly position: number;
  /** All of its columns, for whoever removes it. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** Slik det står. What the register says of an organisation now, of all that can be proposed. */
export interface Standing {
  readonly version: number;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly languages: readonly number[];
  readonly communities: readonly number[];
  readonly topics: readonly number[];
  readonly servedAreas: readonly number[];
  readonly points: readonly StandingPoint[];
}

/** By the name that the change log has for it. */
export const lists = ['languages', 'communities', 'topics', 'servedAreas'] as const;
export type ListField = (typeof lists)[number];
export const isList = (field: string): field is ListField => lists.some((it) => it === field);

export const standingSql = `select o.version, o.name, o.kind, o.languages, o.communities, o.topics, o.served_areas as "servedAreas",
  coalesce((
    select json_agg(json_build_object('id', c.id, 'channel', c.channel, 'value', c.value, 'hours', c.hours, 'lastWorkedOn', c.last_worked_on,
      'bouncedOn', c.bounced_on, 'position', c.position, 'row', to_jsonb(c)) order by c.position, c.id)
    from organisation_contact_point c where c.organisation_id = o.id
  ), '[]') as points
  from organisation o where o.id = $1`;

/** What stands there, kept as it is until the end of the transaction. Null where the organisation is gone. */
export async function lockStanding(run: Run, organisationId: string): Promise<Standing | null> {
  await run('select from organisation where id = $1 for no key update', [organisationId]);
  const [standing] = await run<Standing>(standingSql, [organisationId]);
  return standing ?? null;
}
