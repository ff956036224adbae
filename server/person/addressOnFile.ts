import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Asking } from '#server/access/AccessSettings.ts';
import type { AddressOnFile, OnFile } from '#server/access/link/deliver.ts';

const channel = `case c.channel when 'email' then 'email' else 'sms' end as channel`;

/** A telephone of an organisation that takes text messages: in Norway those begin with 4 and 9. */
const isMobile = `(c.channel = 'phone' and c.value ~ '^\\+47[49][0-9]{7}$')`;

/**
 * Adressen vi har. The e-mail address or the number of a contact point, and whose it is; null where there is none any more. Where an
 * organisation is asked through whoever has taken over, it is theirs.
 */
export const addressOnFile =
  (pool: Asking, key: PersonalKey): AddressOnFile =>
  async (kind, contactPointId) => {
    if (kind === 'organisation') {
      const { rows } = await pool.query<OnFile>(
        `select 'organisation' as kind, o.name, ${channel}, c.value as address, c.bounced_on is not null as "hasBounced" from organisation_contact_point c join organisation o on o.id = c.organisation_id
         where c.id = $1 and (c.channel in ('email', 'sms') or ${isMobile})`,
        [contactPointId],
      );
      if (rows[0]) return rows[0];
    }
    const { rows } = await pool.query<Omit<OnFile, 'address'> & { sealed: Buffer }>(
      `select 'person' as kind, trim(p.given_name || ' ' || p.family_name) as name, ${channel}, c.sealed_value as sealed,
         c.bounced_on is not null as "hasBounced"
       from person_contact_point c join person p on p.id = c.person_id where c.id = $1 and c.channel in ('email', 'sms')`,
      [contactPointId],
    );
    const [row] = rows;
    if (!row) return null;
    const { sealed, ...others } = row;
    return { ...others, address: key.open(sealed, contactPointId) };
  };
