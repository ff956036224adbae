import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * Adressen, så langt vi trenger den. One asker's address, as a key to count by: the same address gives the same key, and nobody finds the
 * address from it who does not have the secret.
 *
 * Of an IPv6 address the first half: the rest is the asker's own to choose from.
 */
export const addressOf = (ip: string | undefined, secret: Uint8Array): string =>
  createHmac('sha256', secret)
    .update(`address ${placeOf(ip ?? 'none')}`)
    .digest('base64url')
    .slice(0, 22);

function placeOf(ip: string): string {
  const [address = ''] = ip.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  // As browsers write it: without needless zeros, so that each address is written in one way.
  const { hostname } = new URL(`http://[${address}]`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const first = before ? before.split(':') : [];
  const last = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4).join(':');
}
