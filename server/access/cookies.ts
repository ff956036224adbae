import type { IncomingMessage } from 'node:http';

import { parse } from 'cookie';
import type { CookieOptions } from 'express';

/**
 * Informasjonskapsler. Their names here: over https bound to this very host, on plain http told apart by port, for browsers share
 * cookies between all ports of a machine.
 */
export function cookieNames({ protocol, port }: URL): { session: string; attempt: string } {
  const name = protocol === 'https:' ? '__Host-samband' : `samband-${port || '80'}`;
  return { session: name, attempt: `${name}-attempt` };
}

/** Out of reach of scripts, and of other sites' requests but for links. */
export const cookieOptions = ({ protocol }: URL) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: protocol === 'https:',
  }) satisfies CookieOptions;

export const cookieOf = ({ headers }: IncomingMessage, name: string): string | undefined =>
  parse(headers.cookie ?? '')[name];
