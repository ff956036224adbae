export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, place) => (place ? '---:' : '---')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const thousands = (size: string | number): string => Number(size).toLocaleString('en');

/** Three digits: more would tell of the machine's moods. */
export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

export const sizesIn = (bySize: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(bySize).toSorted((one, other) => Number(one) - Number(other));

export const nameOf = (size: string): string =>
  size === '0' ? 'the demo' : `${thousands(size)} organisations`;
