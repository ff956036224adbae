import { createPrivateKey, type KeyObject, type webcrypto } from 'node:crypto';

/** Klientnøkkel. What we show a provider that we are us by, in place of a secret that both know. It can't be read out again, so no log has it. */
export interface ClientKey {
  readonly key: CryptoKey;
  /** What the provider knows it by. */
  readonly kid?: string;
}

const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const;

const leastBits = 2048;

/** Reads a private JWK, as JSON or base64 of it. Null where that is not one that signs. */
export function clientKeyIn(text: string): ClientKey | null {
  try {
    const json = text.trim().startsWith('{') ? text : Buffer.from(text, 'base64').toString();
    const jwk = JSON.parse(json) as webcrypto.JsonWebKey & { kid?: unknown };
    if (jwk.use !== undefined && jwk.use !== 'sig') return null;
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    const algorithm = algorithmOf(jwk, key);
    if (!algorithm) return null;
    return {
      // One and the same to Node; its types and the browsers' differ by a usage.
      key: key.toCryptoKey(algorithm, false, ['sign']) as CryptoKey,
      ...(typeof jwk.kid === 'string' && { kid: jwk.kid }),
    };
  } catch {
    // What is wrong with it may quote it.
    return null;
  }
}

/** What it signs by: as it says, else PS256 for RSA and what follows from the curve. */
function algorithmOf(
  { kty, crv, alg }: webcrypto.JsonWebKey,
  key: KeyObject,
): webcrypto.EcKeyImportParams | webcrypto.RsaHashedImportParams | null {
  if (kty === 'EC') {
    const [name, namedCurve] = Object.entries(curves).find(([, curve]) => curve === crv) ?? [];
    return namedCurve && (alg === undefined || alg === name) ? { name: 'ECDSA', namedCurve } : null;
  }
  const [, scheme, bits] = /^(RS|PS)(256|384|512)$/.exec(alg ?? 'PS256') ?? [];
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (kty !== 'RSA' || !scheme || modulusLength < leastBits) return null;
  return { name: scheme === 'PS' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: `SHA-${bits}` };
}
