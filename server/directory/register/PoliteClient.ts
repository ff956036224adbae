/** What a register of others answered: its status, and what was in it, if that was JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** Utilgjengelig. The register of others cannot be reached, or does not answer as it should. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** Bedt om å vente. The register of others, or our own manners, want some time before the next question. */
export class ToldToWait extends Error {
  override name = 'ToldToWait';

  constructor(readonly until: Date) {
    super('Asked to wait');
  }
}

/** `asked`: somebody is waiting for the answer. `job`: nobody is, so that it may take its time. */
export type Patience = 'asked' | 'job';

export interface PoliteSettings {
  /** Where it is; paths are added to it. */
  readonly base: URL;
  /** Who asks, and how to reach them. */
  readonly userAgent: string;
  readonly clock: () => Date;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly fetch?: typeof fetch;
  /** How long an answer may take, in milliseconds. */
  readonly timeout?: Readonly<Record<Patience, number>>;
}

/** Four calls a second, whoever asks: nobody has published a limit, so we stay far from any. */
const gap = 250;
/** Whoever types has no use for an answer that comes after this. */
const longestQueue = 2_000;
const usualTimeout = { asked: 4_000, job: 20_000 } as const;
/** After a failure those who type are told at once for a while, so that nobody waits for what is not there. */
const restAfterFailure = 30_000;
const attempts = 5;
const firstBackOff = 1_000;
/** A job asked to wait for longer than this is better off coming back another day. */
const longestWait = 10 * 60_000;
const largestBody = 16 * 1024 * 1024;
const remembered = { milliseconds: 10 * 60_000, answers: 500 } as const;

/**
 * Høflig klient. Asks a public register of others: says who we are, a few calls a second, one after the other, waits where it is told to
 * wait, gives up in time, and does not ask twice for what it heard a moment ago.
 *
 * Throws `Unreachable` and `ToldToWait`; whatever was answered otherwise is a reply, 404 and 410 among them.
 */
export class PoliteClient {
  readonly #settings: PoliteSettings;
  readonly #replies = new Map<string, { readonly at: number; readonly reply: Reply }>();
  /** When the next call may begin. */
  #next = 0;
  #restsUntil = 0;
  #waitsUntil = 0;

  constructor(settings: PoliteSettings) {
    this.#settings = settings;
  }

  /** `path`: with its query, relative to the base. */
  async get(path: string, patience: Patience): Promise<Reply> {
    const known = patience === 'asked' ? this.#remembered(path) : undefined;
    if (known) return known;
    const reply = patience === 'asked' ? await this.#once(path) : await this.#patiently(path);
    this.#remember(path, reply);
    return reply;
  }

  async #once(path: string): Promise<Reply> {
    const now = this.#now();
    if (now < this.#waitsUntil) throw new ToldToWait(new Date(this.#waitsUntil));
    if (now < this.#restsUntil) throw new Unreachable('It did not answer a moment ago');
    if (this.#next - now > longestQueue) throw new ToldToWait(new Date(this.#next));
    try {
      return await this.#call(path, 'asked');
    } catch (error) {
      if (error instanceof Unreachable) this.#restsUntil = this.#now() + restAfterFailure;
      throw error;
    }
  }

  async #patiently(path: string): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#waitAsTold();
        return await this.#call(path, 'job');
      } catch (error) {
        if (attempt === attempts) throw error;
        if (error instanceof Unreachable) {
          await this.#settings.pause(firstBackOff * 2 ** (attempt - 1));
        } else if (!(error instanceof ToldToWait)) throw error;
      }
    }
  }

  async #waitAsTold(): Promise<void> {
    const wait = this.#waitsUntil - this.#now();
    if (wait > longestWait) throw new Unreachable('It wants us to come back much later');
    if (wait > 0) await this.#settings.pause(wait);
  }

  async #call(path: string, patience: Patience): Promise<Reply> {
    await this.#turn();
    const { base, userAgent, timeout = usualTimeout, fetch: ask = fetch } = this.#settings;
    const url = `${base.href.replace(/\/$/, '')}${path}`;
    let response: Response;
    let text: string;
    try {
      response = await ask(url, {
        headers: { Accept: 'application/json', 'User-Agent': userAgent },
        redirect: 'error',
        signal: AbortSignal.timeout(timeout[patience]),
      });
      text = await textOf(response);
    } catch (error) {
      throw new Unreachable('No answer', { cause: error });
    }
    const { status } = response;
    if (status === 429 || (status === 503 && response.headers.has('retry-after'))) {
      this.#waitsUntil = this.#now() + this.#retryAfter(response.headers.get('retry-after'));
      throw new ToldToWait(new Date(this.#waitsUntil));
    }
    if (status >= 500) throw new Unreachable(`It answered ${status}`);
    return { status, body: jsonIn(text) };
  }

  /** One call at a time gets a place in time; nobody waits for another's answer. */
  async #turn(): Promise<void> {
    const now = this.#now();
    const at = Math.max(now, this.#next);
    this.#next = at + gap;
    if (at > now) await this.#settings.pause(at - now);
  }

  /** In seconds or as a date; a minute where it says neither. */
  #retryAfter(header: string | null): number {
    if (header !== null && /^\d{1,6}$/.test(header.trim())) return Number(header) * 1_000;
    const date = Date.parse(header ?? '');
    return Number.isNaN(date) ? 60_000 : Math.max(0, date - this.#now());
  }

  #now(): number {
    return this.#settings.clock().getTime();
  }

  #remembered(path: string): Reply | undefined {
    const known = this.#replies.get(path);
    if (known && this.#now() - known.at < remembered.milliseconds) return known.reply;
    this.#replies.delete(path);
    return undefined;
  }

  #remember(path: string, reply: Reply): void {
    this.#replies.delete(path);
    this.#replies.set(path, { at: this.#now(), reply });
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > remembered.answers && oldest !== undefined) {
      this.#replies.delete(oldest);
    }
  }
}

/** Reads no more than a register has reason to send. */
async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > largestBody) throw new Error('The answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What is not JSON says nothing to us: of a refusal the status is enough. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
