import type { AddressInfo } from 'node:net';

import type { SMTPServer } from 'smtp-server';

import { deliveryReport } from './deliveryReport.ts';

/** A letter as it came. */
export interface ReceivedLetter {
  readonly id: string;
  readonly at: Date;
  /** The recipients that the sender named to the server, which are those who would get it. */
  readonly recipients: readonly string[];
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** That it came back. */
  readonly hasBounced: boolean;
}

/** Where reports of what came back are handed in, as a mail server hands them in. */
export interface Returning {
  readonly url: string;
  readonly token: string;
}

const most = 100;

/** Addresses that begin so are nobody's: a letter to one of them comes back. */
const nobodys = /^borte\b/i;

/**
 * Prøvepost. A real mail server inside the demo, on this machine alone: it takes every letter and passes none on, so that one can read
 * what would have been sent. What it holds is gone when the demo stops. Letters to `borte@…` come back to where the sender said.
 */
export class DemoPost {
  readonly #letters: ReceivedLetter[] = [];

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async open(clock: () => Date, returning: Returning | null = null): Promise<DemoPost> {
    // Loaded by the demo alone.
    const [{ SMTPServer: Server }, { simpleParser }] = await Promise.all([
      import('smtp-server'),
      import('mailparser'),
    ]);
    const keep = (letter: ReceivedLetter) => post.#keep(letter);
    const server = new Server({
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: 1_000_000,
      onData(stream, session, callback) {
        simpleParser(stream, {}, (error, mail) => {
          if (error) return callback(error as Error);
          const { from, replyTo, to, subject, text, html } = mail;
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          const gone = recipients.find((address) => nobodys.test(address));
          keep({
            id: crypto.randomUUID(),
            at: clock(),
            recipients,
            from: from?.text ?? '',
            replyTo: replyTo?.text ?? '',
            to: [to ?? []]
              .flat()
              .map((one) => one.text)
              .join(', '),
            subject: subject ?? '',
            text: text ?? '',
            html: html || '',
            hasBounced: gone !== undefined,
          });
          // The session forgets it with the answer.
          const { mailFrom } = session.envelope;
          callback();
          if (gone && mailFrom && returning) void comeBack(returning, mailFrom.address, gone);
        });
      },
    });
    // Whoever hangs up in the middle has not sent anything.
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    const post: DemoPost = new DemoPost(server, `smtp://127.0.0.1:${port}`);
    return post;
  }

  /** The latest first. */
  get letters(): readonly ReceivedLetter[] {
    return this.#letters.toReversed();
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }

  #keep(letter: ReceivedLetter): void {
    this.#letters.push(letter);
    if (this.#letters.length > most) this.#letters.shift();
  }
}

/** Whoever does not listen hears nothing. */
async function comeBack(
  { url, token }: Returning,
  returnPath: string,
  recipient: string,
): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'message/rfc822' },
    body: deliveryReport(returnPath, recipient),
  }).catch(() => undefined);
}
