/** Kort fortalt. A letter on a telephone: without what it is signed with, and without the space between its paragraphs. */
export const inShort = (text: string): string =>
  text
    .replace(/\n-- \n[^]*$/, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
