const beyondAscii = /[\u0080-\uffff]/;

/**
 * Bytetekst. A text as the bytes of its UTF-8, one sign for each byte: as the database sends it and as the answer leaves.
 *
 * Most of what is read is written on as it is. Taken so, it is neither decoded nor encoded on its way, and V8 keeps each sign in one
 * byte, also where somebody's name holds other letters than ours.
 */
export const toBytes = (text: string): string =>
  beyondAscii.test(text) ? Buffer.from(text).toString('latin1') : text;

/** What it says. */
export const fromBytes = (bytes: string): string =>
  beyondAscii.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
