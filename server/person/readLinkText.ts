import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { LinkText } from '#schema/access/LinkText.ts';
import { linkText } from '#server/access/link/linkTexts.ts';
import { smsSegments } from '#server/common/sms/smsSegments.ts';
import type { Context } from '#server/context.ts';
import { findLinkable } from './findLinkable.ts';

/** As long as what opens a link. */
const unknown = 'x'.repeat(22);

/** Hva en tekstmelding vil si. Null where nobody carries text messages. Throws NOT_FOUND. */
export async function readLinkText(
  context: Context,
  recordId: string,
  language: LinkLanguage,
  expiresOn: string,
): Promise<LinkText | null> {
  const { kind, id } = await findLinkable(context, recordId, null);
  if (!context.textsLeadTo) return null;
  const { rows } = await context.database.pool.query<{ name: string }>(
    kind === 'organisation'
      ? 'select name from organisation where id = $1'
      : `select trim(given_name || ' ' || family_name) as name from person where id = $1`,
    [id],
  );
  const name = rows[0]?.name ?? '';
  const written = linkText(context.textsLeadTo, { language, token: unknown, name, expiresOn });
  const { segments, units, encoding } = smsSegments(written);
  const text = written.replace(unknown, '…');
  return { text, segments, units, isUnicode: encoding === 'ucs2' };
}
