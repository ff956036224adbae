import type { Purpose } from '#schema/access/Purpose.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import type { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { Held } from './retirement.ts';
import type { SuccessorChannel } from './NamedSuccessor.ts';

/** Somebody who is something to the organisation today. */
export interface PredecessorRow extends Held {
  readonly affiliationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: AffiliationRole;
  readonly title: string | null;
  readonly isPrimary: boolean;
  readonly contacts: number;
  readonly consents: readonly {
    readonly id: string;
    readonly version: number;
    readonly purpose: Purpose;
  }[];
}

/** A succession as its row has it, with those who may be leaving. */
export interface SuccessionRow {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly affiliationId: string | null;
  readonly linkId: string | null;
  readonly state: SuccessionState;
  readonly through: VerificationMethod.LINK | VerificationMethod.PHONE;
  readonly askedAt: string;
  readonly language: LinkLanguage;
  readonly channel: SuccessorChannel;
  readonly sealed: string | null;
  readonly hasFailed: boolean;
  readonly confirmedAt: string | null;
  readonly confirmedOn: string | null;
  readonly expiresOn: string;
  readonly reason: string | null;
  readonly consentLanguage: string | null;
  readonly consentVersion: string | null;
  readonly consentHash: string | null;
  readonly predecessors: readonly PredecessorRow[];
}

const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Reads successions `s` of organisations `o`. `$1` is the day of today. */
export const successionColumns = `s.id, s.organisation_id as "organisationId", o.name as "organisationName",
  s.affiliation_id as "affiliationId", s.link_id as "linkId", s.state, s.through, ${moment('s.asked_at')} as "askedAt", s.language,
  s.channel, s.sealed, s.failed_at is not null as "hasFailed", ${moment('s.confirmed_at')} as "confirmedAt",
  (s.confirmed_at at time zone 'Europe/Oslo')::date::text as "confirmedOn", s.expires_on::text as "expiresOn", s.reason,
  s.consent_language as "consentLanguage", s.consent_version as "consentVersion", s.consent_hash as "consentHash",
  coalesce((
    select json_agg(json_build_object('affiliationId', a.id, 'personId', p.id,
      'personName', trim(p.given_name || ' ' || p.family_name), 'role', a.role, 'title', a.title, 'isPrimary', a.is_primary,
      'isElsewhere', exists (
        select from affiliation b where b.person_id = p.id and b.id <> a.id and coalesce(b.until, 'infinity') >= $1::date
      ),
      'isWilling', p.willingness <> '{}',
      'contacts', (select count(*) from person_contact_point c where c.person_id = p.id),
      'consents', coalesce((
        select json_agg(json_build_object('id', c.id, 'version', c.version, 'purpose', c.purpose) order by c.purpose, c.id)
        from consent c where c.person_id = p.id and c.withdrawn_at is null and c.expires_on >= $1::date
      ), '[]')) order by a.is_primary desc, a.since, a.id)
    from affiliation a join person p on p.id = a.person_id
    where a.organisation_id = s.organisation_id and a.since <= $1::date and coalesce(a.until, 'infinity') >= $1::date
      and p.erased_at is null and p.archived_on is null and p.merged_into is null
  ), '[]') as predecessors`;

/**
 * Den det trolig er. Who leaves, as far as one can tell: the one who was named, else whom one is to ask first, else the only leader, else the
 * only one there is. Null where it may be one of several.
 */
export function likelyPredecessor({
  affiliationId,
  predecessors,
}: Pick<SuccessionRow, 'affiliationId' | 'predecessors'>): PredecessorRow | null {
  const named = predecessors.find((it) => it.affiliationId === affiliationId);
  if (named) return named;
  const only = (those: readonly PredecessorRow[]) => (those.length === 1 ? those[0] : undefined);
  return (
    only(predecessors.filter(({ isPrimary }) => isPrimary)) ??
    only(predecessors.filter(({ role }) => role === ('leader' as AffiliationRole))) ??
    only(predecessors) ??
    null
  );
}
