// C0 and C1 controls, separators of lines and paragraphs, halves of surrogate pairs, and the byte order mark.
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+|\p{Surrogate}/gu;

/**
 * Ren tekst. A value on one line, without anything that a format could take for its own: for whatever leaves the register in a file.
 *
 * An address of several lines is read with commas between them; every other control character is a blank.
 */
export const plainText = (value: string): string =>
  value
    .replaceAll(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ', ')
    .replaceAll(controls, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/^[ ,]+|[ ,]+$/g, '');
