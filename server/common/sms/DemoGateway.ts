import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { z } from 'zod';

/** A message as it came. */
export interface ReceivedSms {
  readonly id: string;
  readonly at: Date;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly reference: string;
}

const asked = z.object({
  to: z.string(),
  from: z.string(),
  text: z.string(),
  reference: z.string(),
});

/** Where it tells what became of a message, as a gateway does. */
export interface Reporting {
  readonly url: string;
  readonly token: string;
}

const most = 100;
const longest = 20_000;

/** Numbers that end so are nobody's: of a message to one of them it is reported that nobody has it. */
const nobodys = '404';

/**
 * Prøvesentral. A stand-in for whoever carries text messages: speaks as they do, on this machine alone, takes every message and passes none on.
 * `refusals` has what it answers instead, by number.
 */
export class DemoGateway {
  readonly refusals = new Map<string, { readonly status: number; readonly error?: string }>();
  readonly #messages: ReceivedSms[] = [];
  readonly #known = new Map<string, string>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    readonly token: string,
    private readonly reporting: Reporting | null,
  ) {}

  static async open(clock: () => Date, reporting: Reporting | null = null): Promise<DemoGateway> {
    const token = crypto.randomUUID() + crypto.randomUUID();
    const server = createServer((request, response) => {
      void gateway.#answer(request, response, clock).catch(() => response.destroy());
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const gateway: DemoGateway = new DemoGateway(
      server,
      `http://127.0.0.1:${port}/messages`,
      token,
      reporting,
    );
    return gateway;
  }

  /** The latest first. */
  get messages(): readonly ReceivedSms[] {
    return this.#messages.toReversed();
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    clock: () => Date,
  ): Promise<void> {
    const say = (status: number, body: object) =>
      void response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(body));
    if (!isSame(request.headers.authorization ?? '', `Bearer ${this.token}`)) {
      return say(401, { error: 'UNAUTHENTICATED' });
    }
    const { data: message } = asked.safeParse(await bodyOf(request));
    if (request.method !== 'POST' || !message) return say(400, { error: 'BAD_REQUEST' });
    const refusal = this.refusals.get(message.to);
    if (refusal) return say(refusal.status, { error: refusal.error ?? 'REFUSED' });
    const key = String(request.headers['idempotency-key'] ?? message.reference);
    const id = this.#known.get(key) ?? crypto.randomUUID();
    if (!this.#known.has(key)) {
      this.#known.set(key, id);
      this.#messages.push({ id, at: clock(), ...message });
      if (this.#messages.length > most) this.#forget();
    }
    say(202, { id });
    await this.#report(id, message.to.endsWith(nobodys) ? 'unknown_number' : 'delivered');
  }

  #forget(): void {
    const oldest = this.#messages.shift();
    if (oldest) this.#known.delete(oldest.reference);
  }

  /** Whoever does not listen hears nothing. */
  async #report(id: string, status: string): Promise<void> {
    if (!this.reporting) return;
    const { url, token } = this.reporting;
    await fetch(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, status }),
    }).catch(() => undefined);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longest) return null;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isSame(given: string, known: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(known)];
  return one.length === other.length && timingSafeEqual(one, other);
}
