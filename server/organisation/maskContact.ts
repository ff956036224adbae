/**
 * Maskering. Enough of a contact value to recognise it, too little to use it: `+47 ••• •• 123`, `f•••@example.no`,
 * `facebook.com/•••`.
 *
 * What is neither a number nor an address keeps its first letter.
 */
export function maskContact(value: string): string {
  const page = /^https?:\/\//i.test(value) ? URL.parse(value) : null;
  if (page) return maskPage(page);
  const [local = '', domain] = value.split('@');
  if (domain && local) return `${local.slice(0, 1)}•••@${domain}`;
  if (/^\+?[\d\s]{5,}$/.test(value)) {
    const digits = value.replaceAll(/\D/g, '');
    const prefix = digits.startsWith('47') ? '+47 ' : '';
    return `${prefix}••• •• ${digits.slice(-3)}`;
  }
  return `${value.slice(0, 1)}•••`;
}

/** Where the host is all there is, it is the value itself. */
function maskPage({ hostname, pathname, search, hash }: URL): string {
  const host = hostname.replace(/^www\./, '');
  return pathname.length > 1 || search || hash ? `${host}/•••` : `${host.slice(0, 1)}•••`;
}
