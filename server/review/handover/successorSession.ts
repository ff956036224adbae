import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import type { Asking } from '#server/access/AccessSettings.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { Moment, Opener } from '#server/access/link/linkSession.ts';
import { type NamedSuccessor, openSuccessor, type SuccessorChannel } from './NamedSuccessor.ts';

const lasts = 60 * 60_000;
const bound = 'successor session';

/** What whoever was named is asked about. */
export interface AskedSuccessor {
  readonly id: string;
  readonly organisationName: string;
  readonly language: LinkLanguage;
  readonly state: SuccessionState;
  readonly expiresOn: string;
  readonly successor: NamedSuccessor;
}

/**
 * Åpner. What the cookie of whoever was named is to hold; null where what they brought opens nothing, whether it never was, has expired, or
 * has been answered. Looking changes nothing.
 */
export async function openForSuccessor(
  pool: Asking,
  key: LinkKey,
  opener: Opener,
  { now, today }: Moment,
): Promise<string | null> {
  const hash =
    'token' in opener
      ? key.hashOf('successor token', opener.token)
      : key.hashOf('successor code', opener.code);
  const { rows } = await pool.query<{ id: string }>({
    name: 'open for successor',
    text: `select id from succession where (token_hash = $1 or code_hash = $1) and state in ('waiting', 'confirmed')
      and expires_on >= $2::date`,
    values: [hash, today],
  });
  const [row] = rows;
  return row ? key.seal(`${row.id} ${now.getTime() + lasts}`, bound) : null;
}

/** What the cookie is about, for an hour and while it waits. It holds nothing but which one, sealed; what has become of it is looked up. */
export async function askedSuccessor(
  pool: Asking,
  key: LinkKey,
  cookie: string,
  { now, today }: Moment,
): Promise<AskedSuccessor | null> {
  const id = idIn(key, cookie, now);
  if (!id) return null;
  const { rows } = await pool.query<
    Omit<AskedSuccessor, 'successor'> & { channel: SuccessorChannel; sealed: string }
  >({
    name: 'asked successor',
    text: `select s.id, o.name as "organisationName", s.language, s.state, s.expires_on::text as "expiresOn", s.channel, s.sealed
      from succession s join organisation o on o.id = s.organisation_id
      where s.id = $1 and s.sealed is not null and s.expires_on >= $2::date
        and s.state in ('${SuccessionState.WAITING}', '${SuccessionState.CONFIRMED}')`,
    values: [id, today],
  });
  const [row] = rows;
  if (!row) return null;
  const { channel, sealed, ...asked } = row;
  return { ...asked, successor: openSuccessor(key, { id, channel, sealed }) };
}

function idIn(key: LinkKey, cookie: string, now: Date): string | null {
  try {
    const [id = '', until = '0'] = key.open(cookie, bound).split(' ');
    return now.getTime() <= Number(until) ? id : null;
  } catch {
    return null;
  }
}
