import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Skrift. The letters of one script, as a file of the font and the ranges of signs that it is for. */
export interface Script {
  /** Its name in the document. */
  readonly name: string;
  readonly bold: string;
  readonly has: (sign: number) => boolean;
}

const packages = [
  [
    '@fontsource/noto-sans',
    ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese', 'devanagari'],
  ],
  ['@fontsource/noto-sans-arabic', ['arabic']],
  ['@fontsource/noto-sans-ethiopic', ['ethiopic']],
] as const;

/** What a document can be written in; found once. A sign of none of them is shown as one that could not be. */
export const scripts: readonly Script[] = packages.flatMap(([from, subsets]) => {
  const ranges = JSON.parse(
    readFileSync(require.resolve(`${from}/unicode.json`), 'utf8'),
  ) as Record<string, string>;
  return subsets.map((subset): Script => {
    const name = `${from} ${subset}`;
    return { name, bold: `${name} bold`, has: within(ranges[subset] ?? '') };
  });
});

/** The files of a script, for a document that uses it. */
export function fontFile(name: string): string {
  const [from = '', subset = '', weight] = name.split(' ');
  const family = from.replace('@fontsource/', '');
  return require.resolve(`${from}/files/${family}-${subset}-${weight ? '700' : '400'}-normal.woff`);
}

/** `U+0000-00FF,U+0131` */
function within(ranges: string): (sign: number) => boolean {
  const parts = ranges.split(',').map((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (sign) => parts.some(([first, last]) => sign >= first && sign <= last);
}
