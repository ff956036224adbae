import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const slices = [
  'common',
  'language',
  'ui',
  'access',
  'vocabulary',
  'organisation',
  'person',
  'directory',
  'review',
  'meeting',
  'council',
  'outreach',
  'insight',
  'privacy',
];

/** What a layer may import. The launcher is the one place in the server that starts layers beside it. */
const layersBelow: Record<string, readonly string[]> = {
  schema: ['schema'],
  server: ['schema', 'server'],
  client: ['client'],
  seeds: ['schema', 'seeds'],
  test: ['schema', 'server', 'client', 'seeds', 'test'],
};

/** Not code: the words of each language, and the API as types. Every layer may read them. */
const wordsAndTypes = ['language', 'graphql-env'];

/** These wire the whole together: they load the sample world of `seeds` when they run, and nothing in it by type. */
const wiring = /^server\/(\w+\.ts|launch\/)/;

const files = globSync('{schema,server,client,seeds,test}/**/*.{ts,tsx}', {
  exclude: (path) => path.includes('migrations') || path.endsWith('.d.ts'),
}).sort();

interface Import {
  readonly layer: string;
  readonly slice: string;
  readonly text: string;
}

const sourceOf = (path: string) => readFileSync(path, 'utf8');

const importsOf = (path: string): Import[] =>
  [...sourceOf(path).matchAll(/(?:from|import\() ?'(#(\w+)\/([\w-]+)[^']*)'/g)].map(
    ([, text = '', layer = '', slice = '']) => ({ layer, slice, text }),
  );

const offences = (isWrong: (path: string, found: Import) => boolean) =>
  files.flatMap((path) =>
    importsOf(path)
      .filter((found) => isWrong(path, found))
      .map(({ text }) => `${path} imports ${text}`),
  );

test('every layer imports only layers below it', () => {
  expect(
    offences((path, { layer, slice }) => {
      const [own = ''] = path.split('/');
      if (layer === 'schema' && wordsAndTypes.includes(slice)) return false;
      if (layer === 'seeds' && wiring.test(path)) return false;
      return !layersBelow[own]?.includes(layer);
    }),
  ).toEqual([]);
});

test('every slice imports only itself and slices to its left', () => {
  expect(
    offences((path, { slice }) => {
      const [layer = '', own = ''] = path.split('/');
      if (layer === 'test') return false;
      const [from, to] = [slices.indexOf(own), slices.indexOf(slice)];
      return from >= 0 && to > from;
    }),
  ).toEqual([]);
});

test('a folder reaches another by its layer, never by climbing', () => {
  expect(files.filter((path) => /(?:from|import\() ?'\.\.\//.test(sourceOf(path)))).toEqual([]);
});

/** The runner of the tests takes what is exported as the default, and nothing else. */
const byDefault = ['test/support/SecondTries.ts'];

test('everything is exported by name', () => {
  expect(files.filter((path) => /^export default/m.test(sourceOf(path)))).toEqual(byDefault);
});
