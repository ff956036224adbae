import { generateKeyPairSync } from 'node:crypto';
import type { Socket } from 'node:net';

import { type Response, Router, urlencoded } from 'express';
import type * as oidc from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import type { CustomFetch } from 'openid-client';

import type { AccessSettings, OpenIdSettings } from './AccessSettings.ts';
import { cookieOptions } from './cookies.ts';
import { localeOf } from './localeOf.ts';
import { MemoryAdapter } from './MemoryAdapter.ts';
import { sameOrigin } from './sameOrigin.ts';
import { newSecret } from './secret.ts';
import { SignInFailure } from './SignInFailure.ts';
import { chooseUserPage, failurePage } from './signInPages.ts';
import { demoUsers } from './staff.ts';

/** Where the demo's provider is mounted. */
export const demoPath = '/oidc';

/** A provider of our own, and how we reach it. */
export interface DemoProvider {
  readonly settings: OpenIdSettings;
  readonly routes: Router;
  /** Calls ourselves where we listen, whatever name browsers know us by. */
  readonly fetch: CustomFetch;
  /** Tells where we listen: the address that a request came in at. */
  heardAt(socket: Socket): void;
  /** Forgets whom the browser was, so that it is asked again. */
  forget(response: Response): void;
}

/**
 * Prøveinnlogging. A real OpenID Connect provider inside the demo, so that the demo signs in by the same path as everyone else; only the
 * password is replaced by a choice. Keys and secrets are made at the start and never leave memory.
 */
export function demoProvider(settings: AccessSettings, redirectUri: URL): DemoProvider {
  const { publicUrl } = settings;
  const openId = {
    issuer: new URL(demoPath, publicUrl).href,
    clientId: 'samband',
    clientSecret: newSecret(),
  };
  // Not __Host-: these are for the provider's own path.
  const name = `samband-demo-${publicUrl.port || publicUrl.protocol.slice(0, -1)}`;
  let made: Promise<Provider> | undefined;
  const provider = () => (made ??= makeProvider(settings, openId, redirectUri, name));

  const routes = Router();
  routes.use((request, _response, next) => {
    // Whatever way a request came, also our own to ourselves: the provider goes by its public name.
    request.headers['x-forwarded-host'] = publicUrl.host;
    request.headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1);
    next();
  });
  routes.get('/choose/:uid', async (request, response) => {
    const { params } = await (await provider()).interactionDetails(request, response);
    const users = await demoUsers(settings);
    // The provider reads `max_age=0` as another way to say this.
    const isStepUp = params['prompt'] === 'login';
    const asked = isStepUp
      ? users.filter(({ subject }) => subject === params['login_hint'])
      : users;
    response.send(chooseUserPage(localeOf(request, params['ui_locales']), asked, isStepUp));
  });
  routes.post(
    '/choose/:uid',
    sameOrigin(publicUrl),
    urlencoded({ extended: false, limit: '4kb' }),
    async (request, response) => {
      const chosen: unknown = request.body?.user;
      const users = await demoUsers(settings);
      const user = users.find(({ subject }) => subject === chosen);
      await (
        await provider()
      ).interactionFinished(
        request,
        response,
        user
          ? { login: { accountId: user.subject, remember: false } }
          : { error: 'access_denied', error_description: 'Nobody was chosen' },
      );
    },
  );
  routes.use(async (request, response) => (await provider()).callback()(request, response));

  let ownOrigin = publicUrl.origin;
  return {
    settings: openId,
    routes,
    forget(response) {
      response.clearCookie(name, { ...cookieOptions(publicUrl), path: demoPath });
    },
    fetch: (url, options) =>
      fetch(url.replace(publicUrl.origin, ownOrigin), options as RequestInit),
    heardAt({ localAddress, localPort }) {
      if (localAddress)
        ownOrigin = `http://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
    },
  };
}

async function makeProvider(
  settings: AccessSettings,
  { issuer, clientId, clientSecret }: OpenIdSettings & { readonly clientSecret: string },
  redirectUri: URL,
  cookieName: string,
): Promise<Provider> {
  // Its front door warns of a Node that is not called long-term yet, on the terminal of everyone who tries the demo.
  const library = (await import('oidc-provider/lib/provider.js' as string)) as typeof oidc;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { path: _path, ...cookie } = cookieOptions(settings.publicUrl);

  const provider = new library.Provider(issuer, {
    adapter: MemoryAdapter.factory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri.href],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    cookies: {
      keys: [newSecret()],
      names: {
        session: cookieName,
        interaction: `${cookieName}-choice`,
        resume: `${cookieName}-resume`,
      },
      long: { ...cookie, path: demoPath },
      short: cookie,
    },
    scopes: ['openid', 'profile', 'email'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    ttl: {
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      IdToken: 600,
      AccessToken: 60,
    },
    interactions: { url: (_context, { uid }) => `${demoPath}/choose/${uid}` },
    async findAccount(_context, subject) {
      const user = (await demoUsers(settings)).find((other) => other.subject === subject);
      return user && { accountId: subject, claims: () => ({ sub: subject, name: user.name }) };
    },
    /** Our own client; there is nothing to ask the invented user's consent for. */
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError(context, _out, error) {
      settings.log.warn({ err: error }, 'The demo provider refused a request');
      context.type = 'html';
      context.body = failurePage(localeOf(context), new SignInFailure('expired'), {
        returnTo: '/',
        isStepUp: false,
      });
    },
  });
  provider.proxy = true;
  return provider;
}
