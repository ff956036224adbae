import type { IncomingMessage } from 'node:http';

import type { AccessSettings } from './AccessSettings.ts';
import { cookieNames, cookieOf } from './cookies.ts';
import { sessionViewer } from './session.ts';
import { tokenViewer } from './token.ts';
import type { Viewer } from './Viewer.ts';

/**
 * Who is asking: the one whose session or API token the request carries, else nobody.
 *
 * Asked anew at each request, so who is signed out, disabled or revoked is a stranger at once. A request with a token is the
 * token's alone, also when the token is worth nothing: a cookie never makes up for it.
 */
export async function viewerOf(
  settings: Pick<AccessSettings, 'pool' | 'clock' | 'publicUrl'>,
  request: IncomingMessage,
): Promise<Viewer | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return token ? tokenViewer(settings, token) : null;
  }
  const secret = cookieOf(request, cookieNames(settings.publicUrl).session);
  return secret ? sessionViewer(settings, secret) : null;
}
