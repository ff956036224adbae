/** Words that are written small within a name. */
const small = new Set(
  'og i på for av til med ved om fra eller et en den det de the of and in for'.split(' '),
);

/**
 * Visningsnavn. A registered name, which is in capitals, as people would write it: a suggestion, for nobody knows from capitals what is a name in it.
 *
 * What is written with small letters somewhere is left as it is.
 */
export function displayName(registered: string): string {
  if (/\p{Ll}/u.test(registered)) return registered;
  let isFirst = true;
  return registered.toLocaleLowerCase('nb').replaceAll(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => {
    const isSmall = !isFirst && small.has(word);
    isFirst = false;
    return isSmall ? word : word.charAt(0).toLocaleUpperCase('nb') + word.slice(1);
  });
}
