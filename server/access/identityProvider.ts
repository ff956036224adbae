import type * as openid from 'openid-client';
import type { Configuration, CustomFetch, IDToken } from 'openid-client';

import type { OpenIdSettings } from './AccessSettings.ts';
import { isLoopback } from './isLoopback.ts';
import { SignInFailure, type SignInFailureKind } from './SignInFailure.ts';

type Library = typeof openid;

/** What must be the same when the browser comes back. */
export interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** In seconds, by the clock that providers go by. Whoever steps up signs in after this. */
  readonly askedAt: number;
  /** Whether they are to sign in anew, however recently they did. */
  readonly isStepUp: boolean;
}

/** Who somebody is, according to the provider. Nothing else that it tells is kept, a national identity number (`pid`) least of all. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What they are called, where the settings say which claim tells. */
  readonly name: string | null;
}

/** Innloggingstjeneste. The OpenID Connect provider, seen from us. */
export interface IdentityProvider {
  /** Where to send the browser. */
  ask(
    more: Readonly<Record<string, string>>,
    options?: { readonly isStepUp?: boolean },
  ): Promise<{ url: URL; question: Question }>;
  /** Reads the answer that the browser came back with. Throws `SignInFailure`. */
  answer(returned: URL, question: Question): Promise<Identity>;
}

const usualScopes = ['openid', 'profile', 'email'];

/** How far our clocks may be apart, in seconds; as the library has it. */
const tolerance = 30;

const longestName = 200;

/**
 * Authorization code with PKCE, state and nonce; the issuer is checked in the answer and the token, the token by its signature.
 *
 * With a key, whom to send where is told to the provider directly (PAR) if it takes that, and always if it asks for it: then the browser
 * carries a reference, and nobody on the way reads or changes what we ask.
 *
 * The library and the provider's own description are fetched at the first sign-in, and again after a failure: a provider that is
 * down must not keep the register from starting.
 */
export function identityProvider(
  settings: OpenIdSettings,
  redirectUri: URL,
  fetch?: CustomFetch,
): IdentityProvider {
  const { issuer, clientId, clientKey, clientSecret } = settings;
  const configure = async (): Promise<[Library, Configuration]> => {
    const library = await import('openid-client');
    const server = new URL(issuer);
    const known = clientKey
      ? library.PrivateKeyJwt(clientKey, { [library.modifyAssertion]: sayWhatItIs })
      : library.ClientSecretPost(clientSecret ?? '');
    const configuration = await library.discovery(server, clientId, undefined, known, {
      timeout: 5,
      // Plain http is for a provider on this very machine: the demo's, and tests'.
      execute: [
        library.enableNonRepudiationChecks,
        ...(server.protocol === 'http:' && isLoopback(server)
          ? [library.allowInsecureRequests]
          : []),
      ],
      ...(fetch && { [library.customFetch]: fetch }),
    });
    return [library, configuration];
  };
  let configured: Promise<[Library, Configuration]> | undefined;
  const provider = async () => {
    try {
      return await (configured ??= configure());
    } catch (cause) {
      configured = undefined;
      throw new SignInFailure('unreachable', { cause });
    }
  };

  return {
    async ask(more, { isStepUp = false } = {}) {
      const [library, configuration] = await provider();
      const question = {
        state: library.randomState(),
        nonce: library.randomNonce(),
        verifier: library.randomPKCECodeVerifier(),
        askedAt: inSeconds(),
        isStepUp,
      };
      const levels = levelsFor(settings, question);
      const parameters = {
        ...more,
        ...(isStepUp && { max_age: '0' }),
        ...(levels && { acr_values: levels.join(' ') }),
        redirect_uri: redirectUri.href,
        scope: (settings.scopes ?? usualScopes).join(' '),
        state: question.state,
        nonce: question.nonce,
        code_challenge: await library.calculatePKCECodeChallenge(question.verifier),
        code_challenge_method: 'S256',
      };
      if (!isPushed(configuration, settings)) {
        return { url: library.buildAuthorizationUrl(configuration, parameters), question };
      }
      const url = await library
        .buildAuthorizationUrlWithPAR(configuration, parameters)
        .catch(failedAs(library));
      return { url, question };
    },

    async answer(returned, question) {
      const { state, nonce, verifier } = question;
      const [library, configuration] = await provider();
      const claims = await library
        .authorizationCodeGrant(configuration, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .then((tokens) => tokens.claims()!, failedAs(library));
      refuseTooLittle(claims, question, settings);
      const { iss, sub } = claims;
      return { issuer: iss, subject: sub, name: nameIn(claims, settings) };
    },
  };
}

/** HelseID asks that an assertion tells what it is, so that nothing else that the key signs passes for one. */
const sayWhatItIs = (header: Record<string, unknown>) => {
  header['typ'] = 'client-authentication+jwt';
};

function isPushed(configuration: Configuration, { clientKey }: OpenIdSettings): boolean {
  const { require_pushed_authorization_requests: isRequired, ...offered } =
    configuration.serverMetadata();
  return isRequired === true || Boolean(clientKey && offered.pushed_authorization_request_endpoint);
}

const inSeconds = () => Math.floor(Date.now() / 1000);

const levelsFor = (
  { requiredAcr, stepUpAcr }: OpenIdSettings,
  { isStepUp }: Pick<Question, 'isStepUp'>,
): readonly string[] | null => (isStepUp ? (stepUpAcr ?? requiredAcr) : requiredAcr) ?? null;

/** The library has seen that the token is the issuer's, ours and of now. What is left is what we ask beyond that. */
function refuseTooLittle(claims: IDToken, question: Question, settings: OpenIdSettings): void {
  const { acrClaim, tenants } = settings;
  const refuse = (kind: SignInFailureKind, why: string): never => {
    throw new SignInFailure(kind, { cause: new Error(why) });
  };
  const { tid, auth_time: signedInAt } = claims;
  if (tenants && !(typeof tid === 'string' && tenants.includes(tid)))
    refuse('refused', 'A tenant that is not ours');

  const levels = levelsFor(settings, question);
  const level = claims[acrClaim ?? 'acr'];
  if (levels && !(typeof level === 'string' && levels.includes(level))) {
    refuse('tooWeak', `Not at the level asked for (${levels.join(', ')})`);
  }
  if (!question.isStepUp) return;
  if (typeof signedInAt !== 'number') refuse('refused', 'No auth_time in answer to max_age');
  const since = Number(signedInAt) - question.askedAt;
  if (since < -tolerance) refuse('refused', 'Signed in before we asked for it anew');
  if (Number(signedInAt) > inSeconds() + tolerance) refuse('refused', 'Signed in in the future');
}

function nameIn(claims: IDToken, { nameClaim }: OpenIdSettings): string | null {
  const name = nameClaim ? claims[nameClaim] : null;
  if (typeof name !== 'string') return null;
  const line = name
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return line && line.length <= longestName ? line : null;
}

const failedAs =
  (library: Library) =>
  (cause: unknown): never => {
    throw new SignInFailure(kindOf(library, cause), { cause: withoutClaims(cause) });
  };

/** What the library complains of, without the token that it complains of: that tells more of somebody than a log may. */
function withoutClaims(cause: unknown): Error {
  const { name, message, code, error } = cause as Error & { code?: string; error?: unknown };
  // OAuth's own word for it, such as `invalid_client`: whoever set the wrong key sees that it is the key.
  const word = typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : null;
  return new Error([name, code, message, word].filter(Boolean).join(': '));
}

function kindOf(library: Library, cause: unknown): SignInFailureKind {
  if (cause instanceof library.AuthorizationResponseError) {
    if (cause.error === 'access_denied') return 'cancelled';
    // RFC 9470 and OpenID Connect: signed in, but not as strongly as we asked.
    if (cause.error === 'unmet_authentication_requirements') return 'tooWeak';
    return /^(server_error|temporarily_unavailable)$/.test(cause.error) ? 'unreachable' : 'refused';
  }
  if (cause instanceof library.ResponseBodyError) {
    return cause.error === 'invalid_grant' ? 'expired' : 'refused';
  }
  // So a provider may say that it doesn't know us: wrong secret, or wrong key.
  if (cause instanceof library.WWWAuthenticateChallengeError) return 'refused';
  if (cause instanceof library.ClientError) {
    return /TIMEOUT|NOT_CONFORM|NOT_JSON/.test(cause.code ?? '') ? 'unreachable' : 'refused';
  }
  return cause instanceof TypeError ? 'unreachable' : 'fault';
}
