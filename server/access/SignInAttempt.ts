import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import type { Locale } from '#schema/common/Locale.ts';
import type { Question } from './identityProvider.ts';

/** Påloggingsforsøk. What we must know again when the browser comes back from the provider. */
export interface SignInAttempt extends Question {
  readonly returnTo: string;
  readonly locale: Locale;
  /** The session that is stepped up; null where a new one is to begin. */
  readonly sessionId: string | null;
}

/** For how long an attempt may be finished. */
export const attemptLasts = 10 * 60_000;

const ivLength = 12;
const tagLength = 16;

/** Keeps an attempt in the browser itself, closed to it: nothing to store for those who never come back. */
export class AttemptSeal {
  readonly #key: Buffer;
  readonly #clock: () => Date;

  constructor(key: Uint8Array, clock: () => Date) {
    this.#key = Buffer.from(hkdfSync('sha256', key, '', 'samband sign-in attempt', 32));
    this.#clock = clock;
  }

  seal(attempt: SignInAttempt): string {
    const until = this.#clock().getTime() + attemptLasts;
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const body = [cipher.update(JSON.stringify({ attempt, until }), 'utf8'), cipher.final()];
    return Buffer.concat([iv, ...body, cipher.getAuthTag()]).toString('base64url');
  }

  /** Null for what is too old, or not ours. */
  open(sealed: string): SignInAttempt | null {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < ivLength + tagLength) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      }).setAuthTag(bytes.subarray(-tagLength));
      const body = decipher.update(bytes.subarray(ivLength, -tagLength), undefined, 'utf8');
      const { attempt, until } = JSON.parse(body + decipher.final('utf8'));
      return this.#clock().getTime() < until ? attempt : null;
    } catch {
      return null;
    }
  }
}
