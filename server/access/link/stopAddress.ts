import { timingSafeEqual } from 'node:crypto';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { LinkKey } from './LinkKey.ts';

export const stopPath = '/avmelding/gjennomgang';

/**
 * Where one says that the address of a link is to get no more letters that ask. What opens it is worked out from the link, and opens nothing
 * else. It goes into `Letter.unsubscribe` as well, so that a mail program makes a button of it.
 */
export function stopAddress(
  publicUrl: URL,
  key: LinkKey,
  { linkId, language }: { readonly linkId: string; readonly language: LinkLanguage },
): URL {
  const address = new URL(`${stopPath}/${linkId}.${hashOf(key, linkId)}`, publicUrl);
  if (language !== 'nb') address.searchParams.set('lang', language);
  return address;
}

/** The link that such an address is about; null for one that we did not write. */
export function linkOfStop(key: LinkKey, given: string): string | null {
  const [id = '', hash = ''] = given.split('.');
  if (!isUuid(id)) return null;
  const [known, shown] = [Buffer.from(hashOf(key, id)), Buffer.from(hash)];
  return known.length === shown.length && timingSafeEqual(known, shown) ? id : null;
}

const hashOf = (key: LinkKey, linkId: string): string =>
  key.hashOf('unsubscribe', `review ${linkId}`);
