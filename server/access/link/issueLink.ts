import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import type { LinkKey } from './LinkKey.ts';
import { newToken, newTypedCode } from './typedCode.ts';

export type LinkedKind = 'organisation' | 'person';

/** A link that is to be. */
export interface LinkToIssue {
  readonly recordKind: LinkedKind;
  readonly recordId: string;
  readonly contactPointId: string;
  readonly purpose: PersonalLinkPurpose;
  readonly language: LinkLanguage;
  readonly expiresOn: string;
  readonly issuedBy: string;
  /** The link that has expired, and that this one stands in for. */
  readonly renewsId?: string;
  /** What the letter is to ask beside that. */
  readonly question?: string;
}

/**
 * Utsteder. Makes a link, tells of it in the change log and has its letter sent, all in the transaction of `run`. Gives its identifier.
 *
 * The secrets are drawn here and leave by the letter alone: until that is sent they lie sealed in the queue, afterwards only their hashes
 * are left.
 */
export async function issueLink(
  run: Run,
  key: LinkKey,
  by: Pick<Context, 'viewer' | 'now' | 'requestId'>,
  link: LinkToIssue,
): Promise<string> {
  const id = crypto.randomUUID();
  const [token, code] = [newToken(), newTypedCode()];
  await run(
    `insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash,
       issued_by, issued_at, expires_on, renews_id, question)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      link.recordKind,
      link.recordId,
      link.contactPointId,
      link.purpose,
      link.language,
      key.hashOf('token', token),
      key.hashOf('typed code', code),
      link.issuedBy,
      by.now,
      link.expiresOn,
      link.renewsId ?? null,
      link.question ?? null,
    ],
  );
  const { recordId, contactPointId, purpose, language, expiresOn } = link;
  const told = { recordId, contactPointId, purpose, language, expiresOn };
  const fields = Object.entries(told).map(([field, after]) => ({ field, before: null, after }));
  await logChange(run, by, { verb: 'issuePersonalLink' }, { record: 'personal_link', id, fields });
  await addJob(run, 'sendLink', { linkId: id, sealed: key.seal(`${token} ${code}`, id) }, id);
  return id;
}
