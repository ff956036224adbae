import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const key = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What the token endpoint answers: claims and a header of the token, or something else altogether. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly isSignedByAnother?: boolean;
  readonly isUnsigned?: boolean;
  readonly status?: number;
  readonly body?: string;
}

/** An issuer that answers whatever a test wants to hear. */
export class LyingIssuer implements AsyncDisposable {
  /** What it says next. */
  lie: Lie = {};
  nonce = '';
  readonly settings;
  readonly #own = key();
  readonly #another = key();

  private constructor(private readonly server: Server) {
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    this.settings = { issuer, clientId: 'samband', clientSecret: 'secret' };
    server.on('request', (request, response) => {
      const path = request.url?.split('?')[0] ?? '';
      const answer = this.#answers[path]?.();
      response.writeHead(path === '/token' ? (this.lie.status ?? 200) : 200, {
        'content-type': 'application/json',
      });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  }

  static async open(port = 0): Promise<LyingIssuer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    return new LyingIssuer(server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  readonly #answers: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: this.settings.issuer,
      authorization_endpoint: `${this.settings.issuer}/auth`,
      token_endpoint: `${this.settings.issuer}/token`,
      jwks_uri: `${this.settings.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    }),
    '/jwks': () => ({
      keys: [
        { ...this.#own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'ES256' },
      ],
    }),
    '/token': () =>
      this.lie.body ?? { access_token: 'a', token_type: 'Bearer', id_token: this.#token() },
  };

  #token(): string {
    const now = Math.floor(Date.now() / 1000);
    const { issuer, clientId } = this.settings;
    const usual = {
      iss: issuer,
      aud: clientId,
      sub: 'kari',
      iat: now,
      exp: now + 60,
      nonce: this.nonce,
    };
    const header = { alg: 'ES256', kid: 'own', ...this.lie.header };
    const text = [header, { ...usual, ...this.lie.claims }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const { privateKey } = this.lie.isSignedByAnother ? this.#another : this.#own;
    return `${text}.${this.lie.isUnsigned ? '' : signed(text, privateKey)}`;
  }
}

const signed = (text: string, privateKey: KeyObject): string =>
  sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
