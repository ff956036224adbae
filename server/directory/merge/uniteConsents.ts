import { consentsOfBoth, type HeldConsent } from './consentsOfBoth.ts';
import type { Merging } from './Merging.ts';

/** Samtykker. Makes of the consents of two people those of one, the stricter of each; what ends is told of with the rest. */
export async function uniteConsents({ run, context, of, survivor, loser }: Merging): Promise<void> {
  if (of.kind !== 'person') return;
  const consents = await run<HeldConsent>(
    `select id, person_id as "personId", purpose, expires_on as "expiresOn", withdrawn_at::text as "withdrawnAt", withdrawn_by as "withdrawnBy"
     from consent where person_id in ($1, $2) order by id for update`,
    [survivor.id, loser.id],
  );
  const ids = { survivorId: survivor.id, loserId: loser.id };
  const united = consentsOfBoth(consents, ids, context.today);
  if (!united.length) return;
  await run(
    `update consent set person_id = u."personId", version = version + case when u."withdrawnBy" is null then 0 else 1 end,
       withdrawn_at = case when u."withdrawnBy" is null then withdrawn_at else $2::timestamptz end,
       withdrawn_by = coalesce(u."withdrawnBy", withdrawn_by)
     from json_to_recordset($1) as u(id uuid, "personId" uuid, "withdrawnBy" text) where consent.id = u.id`,
    [JSON.stringify(united), context.now],
  );
}
