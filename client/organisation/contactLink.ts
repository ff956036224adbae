import type { ContactChannel } from './contactOrder.ts';

const spaced = /[\s\u00a0().-]/g;

/**
 * A contact value as something one can press: the address that rings, writes or opens, or null where there is nothing
 * to open (a place, a post address, or a value that does not look like what its channel says).
 *
 * Values are typed by many hands, so nothing of them reaches the address unread: numbers become digits, handles and
 * hosts are matched whole, and the scheme is always written here.
 */
export function contactLink(channel: ContactChannel, value: string): string | null {
  const open = openers[channel];
  return open ? open(value.trim()) : null;
}

/** Whether the values of a channel can be pressed at all: nothing opens a place or a post address. */
export const canBePressed = (channel: ContactChannel): boolean => channel in openers;

const openers: { readonly [Channel in ContactChannel]?: (value: string) => string | null } = {
  PHONE: (value) => prefixed('tel:', dialled(value)),
  SMS: (value) => prefixed('sms:', dialled(value)),
  EMAIL: (value) =>
    /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@.<>,;:"()[\]\\]+$/.test(value)
      ? `mailto:${encodeURIComponent(value).replace('%40', '@')}`
      : null,
  WHATSAPP: (value) =>
    prefixed('https://wa.me/', international(value)?.slice(1)) ??
    page(value, ['wa.me', 'chat.whatsapp.com']),
  VIBER: (value) => prefixed('viber://chat?number=%2B', international(value)?.slice(1)),
  TELEGRAM: (value) =>
    prefixed('https://t.me/', international(value) ?? handle(value)) ?? page(value, ['t.me']),
  SIGNAL: (value) =>
    prefixed('https://signal.me/#p/', international(value)) ??
    page(value, ['signal.me', 'signal.group']),
  FACEBOOK: (value) => prefixed('https://www.facebook.com/', handle(value)) ?? page(value),
  SPOND: (value) => (/^https:/i.test(value) ? page(value) : null),
  WEBSITE: (value) => page(value),
};

/** A number in full, E.164: Norwegian ones may lack the country code. */
function international(value: string): string | null {
  const digits = value.replace(spaced, '').replace(/^00/, '+');
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  return /^\d{8}$/.test(digits) ? `+47${digits}` : null;
}

/** A number to dial: in full, or a short number as it stands (116 117, 02800). */
function dialled(value: string): string | null {
  const digits = value.replace(spaced, '');
  return international(value) ?? (/^\d{3,6}$/.test(digits) ? digits : null);
}

const handle = (value: string) => /^@?([A-Za-z][\w.]{2,63})$/.exec(value)?.[1] ?? null;

/** A page on the web, always over https; on one of the hosts, or below them, where hosts are given. */
function page(value: string, hosts?: readonly string[]): string | null {
  const address = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password || !url.hostname.includes('.')) return null;
  const isOnHost = (host: string) => url.hostname === host || url.hostname.endsWith(`.${host}`);
  if (hosts && !hosts.some(isOnHost)) return null;
  url.protocol = 'https:';
  return url.href;
}

const prefixed = (start: string, rest: string | null | undefined) => (rest ? start + rest : null);
