import { createTransport, type Transporter } from 'nodemailer';

import type { Letter, Mailbox } from './Letter.ts';
import { headLine, mailbox } from './mailbox.ts';

const patience = 10_000;

export interface MailSettings {
  /** Of the server that takes our letters: `smtp://` or `smtps://`. */
  readonly url: string;
  readonly from: Mailbox;
}

/** The mail server said no, or nothing. Its words may hold an address, so only its code is passed on. */
export class NotSent extends Error {
  constructor(
    /** It will never take this letter to this mailbox. */
    readonly isForGood: boolean,
    what: string,
    /** The letter is nowhere: it was refused, or nobody answered. Else it may have been taken, and nobody told us. */
    readonly isCertain = false,
  ) {
    super(`The mail server did not take the letter: ${what}`);
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
  readonly #from: Mailbox;

  constructor({ url, from }: MailSettings) {
    this.#from = mailbox(from.name, from.address);
    this.#transport = createTransport({
      url,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    });
  }

  /** Throws `UnsendableLetter`, and `NotSent` where the server does not take it. */
  async send({
    id,
    to,
    replyTo,
    subject,
    text,
    html,
    language,
    unsubscribe,
  }: Letter): Promise<void> {
    const host = this.#from.address.split('@')[1];
    const message = {
      from: this.#from,
      to: [mailbox(to.name, to.address)],
      ...(replyTo && { replyTo: mailbox(replyTo.name, replyTo.address) }),
      subject: headLine('subject', subject),
      text,
      html,
      messageId: `<${headLine('id', id)}@${host}>`,
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
      const { code, responseCode, command } = error as {
        code?: string;
        responseCode?: number;
        command?: string;
      };
      throw new NotSent(
        responseCode !== undefined && responseCode >= 500,
        String(responseCode ?? code ?? 'no answer'),
        responseCode !== undefined || command === 'CONN',
      );
    });
  }

  close(): void {
    this.#transport.close();
  }
}
