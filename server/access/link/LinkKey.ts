import { createHmac, hkdfSync } from 'node:crypto';

import { PersonalKey } from '#schema/common/PersonalKey.ts';

/** Each secret is hashed as what it is, so that one never passes for another. */
type Kind =
  | 'token'
  | 'typed code'
  | 'short code'
  | 'unsubscribe'
  | 'return key'
  | 'return path'
  | 'address'
  | 'whom'
  | 'successor token'
  | 'successor code'
  | 'fingerprint'
  | 'round token'
  | 'round code';

/**
 * Lenkenøkkel. Hashes what opens a link, with a pepper that never enters the database, and seals it while the letter waits to be sent.
 *
 * A token is too long to guess; the codes are shorter, and whoever has a copy of the database alone must not be able to try them all.
 */
export class LinkKey {
  readonly #pepper: Buffer;
  readonly #seal: PersonalKey;

  /** `secret`: 32 bytes. */
  constructor(secret: Uint8Array) {
    this.#pepper = Buffer.from(hkdfSync('sha256', secret, '', 'samband link pepper', 32));
    const sealing = hkdfSync('sha256', secret, '', 'samband link seal', 32);
    this.#seal = new PersonalKey(new Uint8Array(sealing));
  }

  hashOf(kind: Kind, text: string): string {
    return createHmac('sha256', this.#pepper).update(`${kind} ${text}`).digest('hex');
  }

  /** Readable with the key alone, and for nothing but `id`. */
  seal(text: string, id: string): string {
    return this.#seal.seal(text, id).toString('base64');
  }

  open(sealed: string, id: string): string {
    return this.#seal.open(Buffer.from(sealed, 'base64'), id);
  }
}
