/**
 * Maskering. Enough of a contact value to recognise it, too little to use it: `+47 ••• •• 123`, `f•••@example.no`.
 *
 * What is neither a number nor an address keeps its first letter.
 */
export function maskContact(value: string): string {
  const [local = '', domain] = value.split('@');
  if (domain && local) return `${local.slice(0, 1)}•••@${domain}`;
  if (/^\+?[\d\s]{5,}$/.test(value)) {
    const digits = value.replaceAll(/\D/g, '');
    const prefix = digits.startsWith('47') ? '+47 ' : '';
    return `${prefix}••• •• ${digits.slice(-3)}`;
  }
  return `${value.slice(0, 1)}•••`;
}
