import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type * as oidc from 'oidc-provider';

import type { OpenIdSettings } from '#server/access/AccessSettings.ts';
import { MemoryAdapter } from '#server/access/MemoryAdapter.ts';

/** How the issuer lets us speak to it. */
interface Ways {
  /** The public half of the key that it knows us by. Without one, it is a secret. */
  readonly knownKey?: JsonWebKey;
  /** Whether what we ask may, or must, be told to it directly. */
  readonly pushed?: 'no' | 'offered' | 'required';
}

/** A request as it came to the issuer, with what stood in its body. */
export interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Another house's identity provider, at which somebody is signed in already. */
export class Issuer implements AsyncDisposable {
  private constructor(
    readonly settings: OpenIdSettings,
    private readonly server: Server,
  ) {}

  /** The level at which they signed in, and what else the issuer knows of them. */
  login: { readonly acr?: string; readonly claims?: object } = {};

  /** What it was asked, in order. */
  readonly asked: Asked[] = [];

  static async open(
    subject: string,
    redirectUri: string,
    more: Partial<OpenIdSettings> = {},
    { knownKey, pushed = 'offered' }: Ways = {},
  ): Promise<Issuer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const settings = {
      issuer: `http://127.0.0.1:${port}`,
      clientId: 'samband',
      clientSecret: more.clientKey ? null : 'a secret between the two',
      ...more,
    };
    const issuer = new Issuer(settings, server);
    const { Provider } = (await import('oidc-provider/lib/provider.js' as string)) as typeof oidc;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const provider = new Provider(settings.issuer, {
      adapter: MemoryAdapter.factory(),
      clients: [
        {
          client_id: settings.clientId,
          redirect_uris: [redirectUri],
          ...(knownKey
            ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [knownKey] } }
            : {
                token_endpoint_auth_method: 'client_secret_post',
                client_secret: settings.clientSecret!,
              }),
          id_token_signed_response_alg: 'ES256',
        },
      ],
      cookies: { keys: ['a key'] },
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
      ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      acrValues: ['low', 'substantial', 'high'],
      claims: { openid: ['sub', 'pid', 'tid'], profile: ['name'] },
      conformIdTokenClaims: false,
      features: {
        devInteractions: { enabled: false },
        pushedAuthorizationRequests: {
          enabled: pushed !== 'no',
          requirePushedAuthorizationRequests: pushed === 'required',
        },
      },
      interactions: { url: (_context, { uid }) => `/known/${uid}` },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...issuer.login.claims }),
      }),
      async loadExistingGrant({ oidc: { provider: own, client, session } }) {
        const grant = new own.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
    provider.use(async (context, next) => {
      await next();
      const { path, query } = context;
      issuer.asked.push({ path, query, body: { ...context.oidc?.body } });
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const isChoice = request.url?.startsWith('/known/');
      void (isChoice
        ? provider.interactionFinished(request, response, {
            login: { accountId: subject, ...(issuer.login.acr && { acr: issuer.login.acr }) },
          })
        : answer(request, response));
    });
    return issuer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
