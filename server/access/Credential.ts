import type { IncomingMessage } from 'node:http';

import type { AccessSettings } from './AccessSettings.ts';
import { cookieNames, cookieOf } from './cookies.ts';
import { sessionViewer } from './session.ts';
import { tokenViewer } from './token.ts';
import type { Viewer } from './Viewer.ts';

/**
 * Legitimasjon. What a request carries to be known by: a session's cookie, or an API token.
 *
 * A request with a token is the token's alone, also when the token is worth nothing: a cookie never makes up for it.
 */
export interface Credential {
  readonly kind: 'token' | 'session';
  readonly secret: string;
}

export function credentialOf(
  request: IncomingMessage,
  { publicUrl }: Pick<AccessSettings, 'publicUrl'>,
): Credential | null {
  const { authorization } = request.headers;
  const kind = authorization === undefined ? 'session' : 'token';
  const secret =
    authorization === undefined
      ? cookieOf(request, cookieNames(publicUrl).session)
      : /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  return secret ? { kind, secret } : null;
}

/** Who holds it: asked anew at each request, so who is signed out, disabled or revoked is a stranger at once. */
export const holderOf = (
  { kind, secret }: Credential,
  settings: Pick<AccessSettings, 'pool' | 'clock'>,
): Promise<Viewer | null> => (kind === 'token' ? tokenViewer : sessionViewer)(settings, secret);
