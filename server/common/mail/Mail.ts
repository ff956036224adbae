import type { Readable } from 'node:stream';

import { createTransport, type Transporter } from 'nodemailer';

import { statusIn } from './deliveryStatus.ts';
import type { Letter, Mailbox } from './Letter.ts';
import { headLine, mailbox } from './mailbox.ts';

const patience = 10_000;
/** So many letters are handed over at a time, each by a connection that is kept while there are more. */
const CONNECTIONS = 8;

/** Avsender. Who letters are from, who answers them, and where they come back to. */
export interface SenderSettings {
  readonly from: Mailbox;
  /** Who answers what names nobody. Null: whoever it is from. */
  readonly replyTo?: Mailbox | null;
  /** What comes after the @ of their Message-ID. Null: the domain of `from`. */
  readonly idDomain?: string | null;
  /** Where what nobody takes comes back to: each letter has an address of its own there, `name+key@domain` (VERP). Null: to `from`. */
  readonly returnTo?: string | null;
}

export interface MailSettings extends SenderSettings {
  /** Of the server that takes our letters: `smtp://` or `smtps://`. */
  readonly url: string;
}

/** Whoever carries messages said no, or nothing. Its words may hold an address, so only its code is passed on. */
export class NotSent extends Error {
  constructor(
    /** It will never take this letter to this mailbox. */
    readonly isForGood: boolean,
    what: string,
    /** The letter is nowhere: it was refused, or nobody answered. Else it may have been taken, and nobody told us. */
    readonly isCertain = false,
    /** Why, by RFC 3463, where it was the recipient that was refused. */
    readonly status: string | null = null,
  ) {
    super(`The message was not taken: ${what}`);
  }
}

/**
 * Post. Hands letters to the mail server that SMTP_URL names.
 *
 * Sender and recipient are objects that have been checked, never text put together: what a person typed cannot add a recipient or a
 * line to the head (OWASP ASVS 1.3.11).
 */
export class Mail {
  readonly #transport: Transporter;
  readonly #sender: Required<SenderSettings>;
  /** What was handed over of a letter, by its envelope. */
  readonly #handed = new WeakMap<object, Readable>();

  constructor({ url, from, replyTo = null, idDomain = null, returnTo = null }: MailSettings) {
    this.#sender = {
      from: mailbox(from.name, from.address),
      replyTo: replyTo && mailbox(replyTo.name, replyTo.address),
      idDomain,
      returnTo: returnTo && mailbox('', returnTo).address,
    };
    this.#transport = createTransport({
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    });
    this.#transport.use('stream', ({ data, message }, done) => {
      const read = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const content = read(options);
        if (data.envelope) this.#handed.set(data.envelope, content);
        return content;
      };
      done();
    });
  }

  /** The Message-ID of a letter. */
  messageIdOf({ id }: Pick<Letter, 'id'>): string {
    const { idDomain, from } = this.#sender;
    return `<${headLine('id', id)}@${idDomain ?? from.address.split('@')[1]}>`;
  }

  /** Throws `UnsendableLetter`, and `NotSent` where the server does not take it. */
  async send(letter: Letter): Promise<void> {
    const { to, subject, text, html, language, unsubscribe, returnKey } = letter;
    const recipient = mailbox(to.name, to.address);
    const replyTo = letter.replyTo ?? this.#sender.replyTo;
    const message = {
      from: this.#sender.from,
      to: [recipient],
      ...(replyTo && { replyTo: mailbox(replyTo.name, replyTo.address) }),
      subject: headLine('subject', subject),
      text,
      html,
      messageId: this.messageIdOf(letter),
      envelope: { from: this.#returnPath(returnKey), to: [recipient.address] },
      // Only the head comes back: what opens a link stands in the rest.
      ...(returnKey && { dsn: { id: returnKey, ret: 'HDRS' as const, notify: ['FAILURE'] } }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': headLine('language', language),
        ...(unsubscribe && {
          'List-Unsubscribe': `<${headLine('unsubscribe', unsubscribe.href)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    };
    await this.#transport.sendMail(message).catch((error: unknown) => {
      const hasBegun = this.#handed.get(message.envelope)?.readableDidRead ?? false;
      throw notSent(error as SmtpError, hasBegun);
    });
  }

  close(): void {
    this.#transport.close();
  }

  #returnPath(key: string | undefined): string {
    const { returnTo, from } = this.#sender;
    if (!returnTo) return from.address;
    if (!key) return returnTo;
    const [name, domain] = returnTo.split('@');
    return `${name}+${key}@${domain}`;
  }
}

/** What nodemailer says went wrong. */
interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** `hasBegun`: whether anything of the letter was on its way. Who hangs up then may have taken it. */
function notSent(
  { code, responseCode, response = '', command }: SmtpError,
  hasBegun: boolean,
): NotSent {
  return new NotSent(
    responseCode !== undefined && responseCode >= 500,
    String(responseCode ?? code ?? 'no answer'),
    responseCode !== undefined || !hasBegun,
    responseCode !== undefined && command === 'RCPT TO' ? statusIn(responseCode, response) : null,
  );
}
