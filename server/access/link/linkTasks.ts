import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { mailbox } from '#server/common/mail/mailbox.ts';
import { deliver, type DeliverySettings, type ToDeliver } from './deliver.ts';
import type { LinkedKind } from './issueLink.ts';
import { codeLetter, linkLetter } from './linkLetters.ts';
import type { CodeAction } from './shortCode.ts';
import { codeText, linkText } from './linkTexts.ts';
import { renewLink } from './renewLink.ts';
import { stopAddress } from './stopAddress.ts';

export interface LinkTaskSettings extends DeliverySettings {
  readonly publicUrl: URL;
}

/** A link as its letters know it. */
export interface LinkRow {
  readonly id: string;
  readonly kind: LinkedKind;
  readonly contactPointId: string;
  readonly language: LinkLanguage;
  readonly expiresOn: string;
  readonly sentAt: string | null;
  readonly issuer: string | null;
  readonly issuerEmail: string | null;
  /** What its letter asks beside all that every such letter does. */
  readonly question: string | null;
}

/**
 * Det som lenkene får gjort. Each may be done twice: a letter that was sent is not sent again, and one that went out just before the
 * server died has the same name the second time, so that the mailbox knows it.
 */
export function linkTasks(settings: LinkTaskSettings): Record<string, Task> {
  const { pool, key, publicUrl, moment } = settings;

  const sendLink: Task = async (payload, attempt) => {
    const { linkId = '', sealed = '' } = payload;
    const link = await linkOf(settings, 'l.id = $1', linkId);
    if (!link || link.sentAt) return;
    const [token = '', code = ''] = key.open(sealed, linkId).split(' ');
    const { language, expiresOn, question } = link;
    const message = letterOfLink(link, `link-${linkId}`, (name) =>
      linkLetter(publicUrl, {
        language,
        token,
        code,
        name,
        issuer: link.issuer ?? 'Samband',
        expiresOn,
        question,
        stop: stopAddress(publicUrl, key, { linkId, language }),
      }),
    );
    const { became } = await deliver(
      settings,
      {
        ...message,
        purpose: 'review',
        text: (name) => linkText(publicUrl, { language, token, name, expiresOn }),
      },
      attempt,
      payload,
    );
    await pool.query(
      `update personal_link set ${became === 'sent' ? 'sent_at' : 'failed_at'} = $2 where id = $1`,
      [linkId, moment().now],
    );
  };

  const sendLinkCode: Task = async (payload, attempt) => {
    const { codeId = '', sealed = '' } = payload;
    const link = await linkOf(
      settings,
      `l.id = (
        select s.link_id from link_code c join link_session s on s.hash = c.session_hash
        where c.id = $1 and c.used_at is null and c.expires_at > $3
      )`,
      codeId,
    );
    if (!link) return;
    const { rows } = await pool.query<{ action: CodeAction }>(
      'select action from link_code where id = $1',
      [codeId],
    );
    const code = key.open(sealed, codeId);
    const letter = letterOfLink(link, `code-${codeId}`, () =>
      codeLetter(link.language, code, rows[0]?.action ?? 'unmask'),
    );
    const text = () => codeText(link.language, code);
    await deliver(settings, { ...letter, text, isUrgent: true }, attempt, payload);
  };

  return {
    sendLink,
    sendLinkCode,
    renewLink: ({ hash = '' }) =>
      inTransaction(pool, (run) => renewLink(run, key, hash, { ...moment(), requestId: 'queue' })),
  };
}

/** The link, where it still opens something. */
export async function linkOf(
  { pool, moment }: Pick<LinkTaskSettings, 'pool' | 'moment'>,
  which: string,
  id: string,
): Promise<LinkRow | undefined> {
  const { now, today } = moment();
  const { rows } = await pool.query<LinkRow>(
    `select l.id, l.record_kind as kind, l.contact_point_id as "contactPointId", l.language, l.expires_on::text as "expiresOn",
       l.sent_at as "sentAt", u.name as issuer, u.email as "issuerEmail",
       l.question
     from personal_link l left join staff_user u on u.id = l.issued_by
     where ${which} and l.revoked_at is null and l.expires_on >= $2::date and $3::timestamptz is not null`,
    [id, today, now],
  );
  return rows[0];
}

/** The letters of a link are answered by whoever sent it. */
export const letterOfLink = (
  { id: linkId, kind, contactPointId, issuer, issuerEmail }: LinkRow,
  id: string,
  write: ToDeliver['write'],
): ToDeliver => ({
  id,
  kind,
  contactPointId,
  linkId,
  replyTo: issuer && issuerEmail ? mailbox(issuer, issuerEmail) : undefined,
  write,
});
