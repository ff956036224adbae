import { timingSafeEqual } from 'node:crypto';

import type { LinkKey } from '#server/access/link/LinkKey.ts';
import { isUuid } from '#server/common/isUuid.ts';

export const unsubscribePath = '/avmelding';

/** Where one ends a subscription without signing in. What opens it is worked out from the subscription, and opens nothing else. */
export function unsubscribeAddress(
  publicUrl: URL,
  key: LinkKey,
  { id, language }: { readonly id: string; readonly language: string },
): URL {
  const address = new URL(unsubscribePath, publicUrl);
  address.searchParams.set('a', `${id}.${key.hashOf('unsubscribe', id)}`);
  if (language !== 'nb') address.searchParams.set('lang', language);
  return address;
}

/** The subscription that an address ends; null for one that we did not write. */
export function subscriptionOf(key: LinkKey, given: unknown): string | null {
  const [id = '', hash = ''] = typeof given === 'string' ? given.split('.') : [];
  if (!isUuid(id)) return null;
  const [known, shown] = [Buffer.from(key.hashOf('unsubscribe', id)), Buffer.from(hash)];
  return known.length === shown.length && timingSafeEqual(known, shown) ? id : null;
}
