import type { LinkKey } from './LinkKey.ts';
import { typedCodeOf } from './typedCode.ts';

/** What opens a link. */
export interface LinkSecrets {
  readonly token: string;
  readonly code: string;
}

/**
 * Hemmelighetene til en lenke. Works out, from the key of the house and the identifier of a link, what opens it: the same each time, so that a
 * reminder or a letter on paper brings the link that the first one brought, and none of it is kept anywhere.
 *
 * Only for links that are made this way. Whoever has the database without the key can make none of them.
 */
export function linkSecrets(key: LinkKey, linkId: string): LinkSecrets {
  const bytes = (kind: 'round token' | 'round code') =>
    Buffer.from(key.hashOf(kind, linkId), 'hex');
  return {
    token: bytes('round token').subarray(0, 16).toString('base64url'),
    code: typedCodeOf(bytes('round code')),
  };
}
