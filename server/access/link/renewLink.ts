import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { issueLink, type LinkedKind } from './issueLink.ts';
import type { LinkKey } from './LinkKey.ts';

const lastsDays = 14;

interface Expired {
  readonly id: string;
  readonly recordKind: LinkedKind;
  readonly recordId: string;
  readonly contactPointId: string;
  readonly purpose: PersonalLinkPurpose;
  readonly language: LinkLanguage;
  readonly issuedBy: string;
}

/**
 * Fornyer. Sends a new link to the address on file in place of one that has expired; does nothing where that is not what it is about: no
 * such link, one that still works, one that was taken back, or one whose successor lives.
 *
 * It is done by the queue, so that whoever asks is answered alike and as fast, whatever becomes of it.
 */
export async function renewLink(
  run: Run,
  key: LinkKey,
  hash: string,
  {
    now,
    today,
    requestId,
  }: { readonly now: Date; readonly today: string; readonly requestId: string },
): Promise<void> {
  // Whoever asks twice waits here for the first, and then sees what came of it.
  await run('select from personal_link where token_hash = $1 or code_hash = $1 for update', [hash]);
  const [expired] = await run<Expired>(
    `select id, record_kind as "recordKind", record_id as "recordId", contact_point_id as "contactPointId", purpose, language,
       issued_by as "issuedBy"
     from personal_link l where (token_hash = $1 or code_hash = $1) and revoked_at is null and expires_on < $2::date
       and not exists (
         select from personal_link later where later.record_id = l.record_id and later.contact_point_id = l.contact_point_id
           and later.purpose = l.purpose and later.issued_at > l.issued_at
           and (later.expires_on >= $2::date or later.revoked_at is not null)
       )`,
    [hash, today],
  );
  if (!expired) return;
  const { id, ...link } = expired;
  const last = new Date(`${today}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + lastsDays);
  await issueLink(
    run,
    key,
    { viewer: null, now, requestId },
    { ...link, expiresOn: last.toISOString().slice(0, 10), renewsId: id },
  );
}
