import { Purpose } from '#schema/access/Purpose.ts';
import { lastDayOfConsent } from '#schema/language/lastDayOfConsent.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { successorViewer } from './answerSuccession.ts';

interface Confirmed {
  readonly personId: string;
  readonly confirmedAt: Date;
  readonly confirmedOn: string;
  readonly language: string;
  readonly version: string;
  readonly hash: string;
}

/**
 * Samtykket til den nye. What whoever has taken over said yes to becomes a consent of the person they are in the register, with the text that
 * it was said to. One that holds already is not given twice.
 */
export async function giveConsent(
  run: Run,
  successionId: string,
  { now, today }: Moment,
): Promise<void> {
  const [confirmed] = await run<Confirmed>(
    `select p.id as "personId", s.confirmed_at as "confirmedAt", (s.confirmed_at at time zone 'Europe/Oslo')::date::text as "confirmedOn",
       s.consent_language as language, s.consent_version as version, s.consent_hash as hash
     from succession s join person p on p.id = s.successor_id
     where s.id = $1 and p.erased_at is null and not exists (
       select from consent c where c.person_id = p.id and c.purpose = $2 and c.withdrawn_at is null and c.expires_on >= $3::date
     ) for update of p`,
    [successionId, Purpose.REGISTER_CARE, today],
  );
  if (!confirmed) return;
  const { personId, confirmedAt, confirmedOn, language, version, hash } = confirmed;
  const id = crypto.randomUUID();
  const expiresOn = lastDayOfConsent(confirmedOn);
  await run(
    `insert into consent (id, version, person_id, purpose, given_at, method, text_version, text_hash, text_language, expires_on)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      personId,
      Purpose.REGISTER_CARE,
      confirmedAt,
      ConsentMethod.PERSONAL_LINK,
      version,
      hash,
      language,
      expiresOn,
    ],
  );
  const told = { purpose: Purpose.REGISTER_CARE, method: ConsentMethod.PERSONAL_LINK, expiresOn };
  const fields = Object.entries(told).map(([field, after]) => ({ field, before: null, after }));
  const by = { viewer: successorViewer(successionId), now, requestId: 'queue' };
  await logChange(run, by, { verb: 'recordConsent' }, { record: 'consent', id, fields });
}
