import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

import { isAddressGone } from './deliveryStatus.ts';

/**
 * Rapport. What a mail server says of a letter of ours. `gone`: nobody has that address. `failed`: it did not get there, for some other
 * reason. `unwanted`: somebody has marked it as such (RFC 5965).
 */
export interface MailReport {
  /** What may be the key of the letter: the return paths that were found. */
  readonly returnKeys: readonly string[];
  readonly what: 'gone' | 'failed' | 'unwanted';
  readonly status: string;
}

/** A report has our letter with it, and that is short. */
export const longestReport = 1_000_000;
const mostKeys = 8;

/**
 * Leser en rapport. Of a message as it came: what RFC 3464 or RFC 5965 says in it; null for whatever else comes to a return path, such as
 * word that somebody is on holiday, that a letter is late, or that it has arrived. It never throws.
 *
 * Only what machines write for machines is read: no text in which somebody might have put something that looks like it.
 */
export async function readReport(message: Buffer): Promise<MailReport | null> {
  if (message.length > longestReport) return null;
  const mail = await simpleParser(message, {
    // Or it is added to the text.
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  } as Parameters<typeof simpleParser>[1]).catch(() => null);
  const type = mail?.headers.get('content-type') as
    | { readonly value: string; readonly params: Readonly<Record<string, string>> }
    | undefined;
  if (!mail || type?.value !== 'multipart/report') return null;
  const part = (name: string) =>
    blocksOf(mail.attachments.find(({ contentType }) => contentType === name)?.content);
  switch (type.params['report-type']?.toLowerCase()) {
    case 'delivery-status':
      return deliveryIn(mail, part('message/delivery-status'));
    case 'feedback-report':
      return feedbackIn(mail, part('message/feedback-report'));
    default:
      return null;
  }
}

type Block = ReadonlyMap<string, string>;

function deliveryIn(mail: ParsedMail, [whole, ...recipients]: readonly Block[]): MailReport | null {
  const [failed, ...others] = recipients.filter(
    (it) => it.get('action')?.toLowerCase() === 'failed',
  );
  // A letter of ours has one recipient.
  if (!whole || !failed || others.length) return null;
  const [status = ''] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(failed.get('status') ?? '') ?? [];
  if (!status || status.startsWith('2')) return null;
  const envelope = whole.get('original-envelope-id') ?? '';
  return {
    returnKeys: keysIn(mail, [/^[\da-f]{24}$/i.test(envelope) ? `+${envelope}@` : '']),
    what: isAddressGone(status) ? 'gone' : 'failed',
    status,
  };
}

function feedbackIn(mail: ParsedMail, [report]: readonly Block[]): MailReport | null {
  if (report?.get('feedback-type')?.toLowerCase() !== 'abuse') return null;
  const from = report.get('original-mail-from') ?? '';
  return { returnKeys: keysIn(mail, [from]), what: 'unwanted', status: 'abuse' };
}

/** Where the report was sent, as those say it who have carried it, and what it says of the letter itself. */
function keysIn({ headers }: ParsedMail, others: readonly string[]): string[] {
  const carried = ['to', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
    [headers.get(name) ?? []].flat().map((value) => {
      const { text } = value as Partial<AddressObject>;
      return typeof value === 'string' ? value : (text ?? '');
    }),
  );
  const found = [...others, ...carried].flatMap((text) =>
    [...text.slice(0, 2_000).matchAll(/\+([\da-f]{24})@/gi)].map(([, key = '']) =>
      key.toLowerCase(),
    ),
  );
  return [...new Set(found)].slice(0, mostKeys);
}

/** Fields, a block for the message and for each recipient (RFC 3464); what a line goes on with belongs to it. */
function blocksOf(content: Buffer | undefined): Block[] {
  const text = content?.toString('utf8').replaceAll('\r\n', '\n').trim() ?? '';
  return text
    .split(/\n{2,}/)
    .slice(0, 20)
    .map((block) => {
      const lines = block.replaceAll(/\n[ \t]+/g, ' ').split('\n');
      return new Map(
        lines.flatMap((line): [string, string][] => {
          const [, name = '', value = ''] = /^([A-Za-z-]+):(.*)$/.exec(line) ?? [];
          return name ? [[name.toLowerCase(), value.trim()]] : [];
        }),
      );
    });
}
