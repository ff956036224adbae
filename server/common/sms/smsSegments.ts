/** Deler. What a text message takes of those that carry it: each part is paid for as a message. */
export interface SmsSize {
  /** `gsm7`: in the alphabet of telephones. `ucs2`: whatever else. */
  readonly encoding: 'gsm7' | 'ucs2';
  /** What its characters take together: one each, or two. */
  readonly units: number;
  readonly segments: number;
  /** What goes into the last part beside what is there. */
  readonly left: number;
}

// 3GPP TS 23.038: the default alphabet without the escape, and what is written with one before it.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const units7 = new Map<string, number>([
  ...[...basic].map((it) => [it, 1] as const),
  ...[...'\f^{}\\[~]|€'].map((it) => [it, 2] as const),
]);

/** How much goes into one message, and into each of several that belong together. */
const room = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const;

/**
 * Teller deler. How many messages a text takes: 160 characters of the alphabet of telephones, or 70 of any other; of several, 153 or 67 each.
 * What takes two, such as a € or an emoji, is never parted.
 */
export function smsSegments(text: string): SmsSize {
  const characters = [...text];
  const encoding = characters.every((it) => units7.has(it)) ? 'gsm7' : 'ucs2';
  const sizes = characters.map((it) => (encoding === 'gsm7' ? (units7.get(it) ?? 1) : it.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = room[encoding];
  if (units <= alone) return { encoding, units, segments: 1, left: alone - units };
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > joined) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, units, segments, left: joined - used };
}
