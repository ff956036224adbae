import type { AddressInfo } from 'node:net';

import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What came: whom the sender named to the server, and the letter as another reads it. */
export interface Received {
  readonly recipients: readonly string[];
  /** Where the sender said that it comes back to. */
  readonly from: string;
  readonly mail: ParsedMail;
}

/** A real mail server that keeps what it gets, and says no to addresses it is told to refuse. */
export class PostOffice implements AsyncDisposable {
  readonly received: Received[] = [];
  /** What it answers to each recipient instead of taking the letter, by address. */
  readonly refusals = new Map<string, number>();
  /** Called when a letter is there; the sender hears of it when `answer` is called. */
  whenTaken: (answer: () => void) => void = (answer) => answer();
  readonly #server: SMTPServer;
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        const code = this.refusals.get(address);
        if (code === undefined) return callback();
        callback(Object.assign(new Error(`<${address}> is not for us`), { responseCode: code }));
      },
      onData: (stream, session, callback) => {
        simpleParser(stream, {}, (error, mail) => {
          if (error) return callback(error as Error);
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          const { mailFrom } = session.envelope;
          this.received.push({ recipients, from: mailFrom ? mailFrom.address : '', mail });
          for (const tell of this.#waiting.splice(0)) tell();
          this.whenTaken(callback);
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((listening) => office.#server.listen(0, '127.0.0.1', listening));
    return office;
  }

  /** The letter that comes after so many; waits until it is there. */
  async letter(after: number): Promise<Received> {
    while (this.received.length <= after) {
      await new Promise<void>((tell) => this.#waiting.push(tell));
    }
    return this.received[after]!;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}
