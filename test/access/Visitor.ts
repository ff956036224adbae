import { parse } from 'cookie';

type Fields = Readonly<Record<string, string>>;

/** A browser as far as the server can tell: keeps cookies, follows links, sends forms from our own pages. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Each Set-Cookie there was, as it was written. */
  readonly lines: string[] = [];

  /** What it calls itself. */
  userAgent = '';

  /** `address` is where the server really listens, when `origin` is what a proxy in front of it is called. */
  constructor(
    readonly origin: string,
    private readonly address: string = origin,
  ) {}

  /** One request, no redirects followed. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const headers = new Headers(init.headers);
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (jar && !headers.has('cookie')) headers.set('cookie', jar);
    if (this.userAgent) headers.set('user-agent', this.userAgent);
    const response = await fetch(url.href.replace(this.origin, this.address), {
      ...init,
      headers,
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** As a link that is clicked: to where it ends. */
  async visit(path: string, headers: Fields = {}): Promise<Response & { readonly at: string }> {
    return this.#follow(path, await this.request(path, { headers }));
  }

  /** As a form on our own page that is sent. */
  async send(path: string, fields: Fields = {}): Promise<Response & { readonly at: string }> {
    const headers = { origin: this.origin, 'sec-fetch-site': 'same-origin' };
    const body = new URLSearchParams(fields);
    return this.#follow(path, await this.request(path, { method: 'POST', headers, body }));
  }

  async #follow(from: string, first: Response): Promise<Response & { readonly at: string }> {
    let [at, response] = [new URL(from, this.origin), first];
    for (let hops = 0; response.status === 303 || response.status === 302; hops += 1) {
      if (hops === 10) throw new Error(`Too many redirects: ${at.href}`);
      at = new URL(response.headers.get('location')!, at);
      response = await this.request(at.href);
    }
    return Object.assign(response, { at: at.pathname + at.search });
  }

  #keep(line: string): void {
    this.lines.push(line);
    const [pair = '', ...attributes] = line.split('; ');
    const [[name, value = ''] = ['']] = Object.entries(parse(pair));
    const has = (attribute: string) => attributes.some((it) => it.toLowerCase() === attribute);
    const isBound = has('secure') && has('path=/');
    if (name.startsWith('__Host-') && !isBound) throw new Error(`No browser takes ${line}`);
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice(8);
    const isOver = expires !== undefined && new Date(expires) < new Date();
    if (isOver) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
