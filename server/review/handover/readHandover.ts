import type { LinkSession } from '#server/access/link/linkSession.ts';
import type { Context } from '#server/context.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import type { OwnRole } from './HandoverPages.tsx';
import { nameOfEnum } from '#server/directory/export/nameOfEnum.ts';
import { exportWords } from '#server/directory/export/exportWords.ts';

/** What somebody who came by a link can hand over, and whether they have. */
export interface HandingOver {
  /** Whether what they have said waits for the new one, or for somebody to look at it. */
  readonly waits: boolean;
  /** Whether there is somewhere to send a code: by post there is not. */
  readonly canBeSent: boolean;
  /** What a person is, each of which they may no longer be; none where the link is to an organisation. */
  readonly roles: readonly OwnRole[];
  /** Whether a way to reach somebody is the one that the link itself was sent to. */
  readonly isOwn: (value: string) => boolean;
}

interface Found {
  readonly waits: boolean;
  readonly pointId: string | null;
  readonly channel: string | null;
  readonly value: string | null;
  readonly sealed: Buffer | null;
  readonly roles: readonly (OwnRole & { readonly title: string | null })[];
}

/** Overleveringen. How far it has come for whoever has opened the link. */
export async function readHandover(
  { database, personalKey, today, locale }: Context,
  { linkId }: Pick<LinkSession, 'linkId'>,
): Promise<HandingOver> {
  const { rows } = await database.pool.query<Found>({
    name: 'handover by link',
    text: `select exists (
        select from succession s where s.link_id = l.id and s.state in ('waiting', 'confirmed') and s.expires_on >= $2::date
      ) as waits, l.contact_point_id as "pointId", coalesce(c.channel, pc.channel) as channel, c.value, pc.sealed_value as sealed,
      coalesce((
        select json_agg(json_build_object('affiliationId', a.id, 'organisationId', o.id, 'organisationName', o.name,
          'role', a.role, 'title', a.title) order by o.name, a.id)
        from affiliation a join organisation o on o.id = a.organisation_id
        where a.person_id = l.person_id and a.since <= $2::date and coalesce(a.until, 'infinity') >= $2::date
          and o.archived_on is null and o.merged_into is null
      ), '[]') as roles
      from personal_link l
      left join organisation_contact_point c on c.id = l.contact_point_id and c.organisation_id = l.organisation_id
      left join person_contact_point pc on pc.id = l.contact_point_id and pc.person_id = l.person_id
      where l.id = $1`,
    values: [linkId, today],
  });
  const [found] = rows;
  if (!found) throw new Error('A session lives as long as its link');
  const { waits, channel, roles, pointId } = found;
  const own =
    found.value ?? (found.sealed && pointId ? personalKey.open(found.sealed, pointId) : null);
  return {
    waits,
    canBeSent: channel === 'email',
    roles: roles.map(({ title, ...it }) => ({
      ...it,
      role:
        title ??
        exportWords(locale).formatMessage({
          id: `affiliationRole.${nameOfEnum(AffiliationRole, it.role)}`,
        }),
    })),
    isOwn: (value) => own !== null && folded(own) === folded(value),
  };
}

const folded = (value: string): string => value.toLowerCase().replaceAll(/\s/g, '');
