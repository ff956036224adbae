import { hash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie or a token. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. A plain hash will do: nobody guesses 256 bits, so there is nothing to slow down. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex');
