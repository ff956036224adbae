import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const format = 1;
const ivLength = 12;
const tagLength = 16;

/**
 * Nøkkel for personopplysninger. Seals the contact values of people, so that a copy of the database alone tells nobody
 * how to reach them.
 *
 * AES-256-GCM; a sealed value is bound to the identifier of its row, so it can't be moved to another. A blind index (HMAC-SHA-256)
 * finds a whole value without opening any. Both keys are derived from one secret that never enters the database.
 */
export class PersonalKey {
  readonly #seal: KeyObject;
  readonly #index: KeyObject;

  /** `secret`: 32 bytes. */
  constructor(secret: Uint8Array) {
    if (secret.length !== 32) throw new Error('A personal key is made from 32 bytes');
    this.#seal = derive(secret, 'samband personal value');
    this.#index = derive(secret, 'samband blind index');
  }

  seal(value: string, rowId: string): Buffer {
    const iv = freshBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#seal, iv).setAAD(Buffer.from(rowId));
    const sealed = [cipher.update(value, 'utf8'), cipher.final()];
    return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), ...sealed]);
  }

  /** Throws where the value was sealed with another key, for another row, or changed since. */
  open(sealed: Buffer, rowId: string): string {
    if (sealed[0] !== format) throw new Error(`Unknown format of a sealed value: ${sealed[0]}`);
    const iv = sealed.subarray(1, 1 + ivLength);
    const tag = sealed.subarray(1 + ivLength, 1 + ivLength + tagLength);
    const decipher = createDecipheriv('aes-256-gcm', this.#seal, iv, { authTagLength: tagLength })
      .setAAD(Buffer.from(rowId))
      .setAuthTag(tag);
    const body = sealed.subarray(1 + ivLength + tagLength);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  /** The same for the same value however it is spaced or cased; tells nothing of it without the key. */
  blindIndex(value: string): Buffer {
    const same = value.toLowerCase().replaceAll(/[\s().-]/g, '');
    return createHmac('sha256', this.#index).update(same).digest();
  }
}

let pool = Buffer.alloc(0);

/** Random bytes that nobody has had: drawn many at a time, for asking the system costs more than sealing. */
function freshBytes(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(4_096);
  const fresh = pool.subarray(0, length);
  pool = pool.subarray(length);
  return fresh;
}

function derive(secret: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}
