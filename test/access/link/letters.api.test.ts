import { expect, inject, test } from 'vitest';

import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { cloneOf } from '#test/support/world.ts';

test('letters that old telephones lack come from us, once, and on pages of their language alone', async () => {
  await using desk = await LinkDesk.open(await cloneOf(inject('templateUrl')));
  const sheetsOf = async (language: string) =>
    [
      ...(await (await fetch(`${desk.origin}/l?lang=${language}`)).text()).matchAll(
        /href="(\/l\/[^"]+\.css)"/g,
      ),
    ].map(([, path = '']) => path);
  const sizes: Record<string, number> = {};
  for (const language of ['ti', 'ur', 'fa', 'nb', 'ar']) {
    for (const sheet of await sheetsOf(language)) {
      const style = await (await fetch(desk.origin + sheet)).text();
      for (const [, path = ''] of style.matchAll(/url\('([^']+)'\)/g)) {
        const answer = await fetch(desk.origin + path);
        expect(answer.headers.get('content-type')).toBe('font/woff2');
        expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        const [name = ''] = path.split('?');
        sizes[`${language} ${name}`] = Math.round((await answer.arrayBuffer()).byteLength / 1024);
      }
    }
  }
  expect(sizes).toEqual({
    'ar /l/ethiopicName.woff2': 1,
    'fa /l/arabic.woff2': 20,
    'fa /l/ethiopicName.woff2': 1,
    'nb /l/ethiopicName.woff2': 1,
    'ti /l/ethiopic.woff2': 43,
    'ti /l/ethiopicName.woff2': 1,
    'ur /l/arabic.woff2': 20,
    'ur /l/ethiopicName.woff2': 1,
  });
});
