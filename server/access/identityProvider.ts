import type * as openid from 'openid-client';
import type { Configuration, CustomFetch } from 'openid-client';

import type { OpenIdSettings } from './AccessSettings.ts';
import { isLoopback } from './isLoopback.ts';
import { SignInFailure, type SignInFailureKind } from './SignInFailure.ts';

type Library = typeof openid;

/** What must be the same when the browser comes back. */
export interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, according to the provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Innloggingstjeneste. The OpenID Connect provider, seen from us. */
export interface IdentityProvider {
  /** Where to send the browser. */
  ask(more: Readonly<Record<string, string>>): Promise<{ url: URL; question: Question }>;
  /** Reads the answer that the browser came back with. Throws `SignInFailure`. */
  answer(returned: URL, question: Question): Promise<Identity>;
}

/**
 * Authorization code with PKCE, state and nonce; the issuer is checked in the answer and the token, the token by its signature.
 *
 * The library and the provider's own description are fetched at the first sign-in, and again after a failure: a provider that is
 * down must not keep the register from starting.
 */
export function identityProvider(
  { issuer, clientId, clientSecret }: OpenIdSettings,
  redirectUri: URL,
  fetch?: CustomFetch,
): IdentityProvider {
  const configure = async (): Promise<[Library, Configuration]> => {
    const library = await import('openid-client');
    const server = new URL(issuer);
    const configuration = await library.discovery(server, clientId, clientSecret, undefined, {
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
    async ask(more) {
      const [library, configuration] = await provider();
      const question = {
        state: library.randomState(),
        nonce: library.randomNonce(),
        verifier: library.randomPKCECodeVerifier(),
      };
      const url = library.buildAuthorizationUrl(configuration, {
        ...more,
        redirect_uri: redirectUri.href,
        scope: 'openid profile email',
        state: question.state,
        nonce: question.nonce,
        code_challenge: await library.calculatePKCECodeChallenge(question.verifier),
        code_challenge_method: 'S256',
      });
      return { url, question };
    },

    async answer(returned, { state, nonce, verifier }) {
      const [library, configuration] = await provider();
      try {
        const tokens = await library.authorizationCodeGrant(configuration, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const { iss, sub } = tokens.claims()!;
        return { issuer: iss, subject: sub };
      } catch (cause) {
        throw new SignInFailure(kindOf(library, cause), { cause });
      }
    },
  };
}

function kindOf(library: Library, cause: unknown): SignInFailureKind {
  if (cause instanceof library.AuthorizationResponseError) {
    if (cause.error === 'access_denied') return 'cancelled';
    return /^(server_error|temporarily_unavailable)$/.test(cause.error) ? 'unreachable' : 'refused';
  }
  if (cause instanceof library.ResponseBodyError) {
    return cause.error === 'invalid_grant' ? 'expired' : 'refused';
  }
  if (cause instanceof library.ClientError) {
    return /TIMEOUT|NOT_CONFORM|NOT_JSON/.test(cause.code ?? '') ? 'unreachable' : 'refused';
  }
  return cause instanceof TypeError ? 'unreachable' : 'fault';
}
