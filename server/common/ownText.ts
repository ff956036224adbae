/**
 * Egen tekst. The same text, holding on to nothing else: what was cut out of a longer one keeps all of that in memory for as long as it
 * is remembered.
 */
export const ownText = (text: string): string => Buffer.from(text).toString();
