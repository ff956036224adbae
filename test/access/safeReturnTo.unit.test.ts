import fc from 'fast-check';
import { expect, test } from 'vitest';

import { safeReturnTo } from '#server/access/safeReturnTo.ts';

test.each([
  ['/', '/'],
  ['/search?text=somali%20grorud&only=PERSON', '/search?text=somali%20grorud&only=PERSON'],
  ['/organisation/1#kontakt', '/organisation/1#kontakt'],
  ['/søk?q=æøå', '/s%C3%B8k?q=%C3%A6%C3%B8%C3%A5'],
  ['/a/../b', '/b'],
  ['/?next=https://evil.example', '/?next=https://evil.example'],
  ['/%5cevil.example', '/%5cevil.example'],
  ['/@evil.example', '/@evil.example'],
  ['/;https://evil.example', '/;https://evil.example'],
  ['/javascript:alert(1)', '/javascript:alert(1)'],
])('%s is a page of ours', (wanted, path) => {
  expect(safeReturnTo(wanted)).toBe(path);
});

test.each([
  undefined,
  null,
  7,
  ['/a', '/b'],
  '',
  'search',
  'https://evil.example/',
  'HTTPS://evil.example/',
  'javascript:alert(1)',
  'data:text/html,hei',
  '//evil.example',
  '///evil.example',
  '////evil.example/%2f..',
  '/\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  '/./\\evil.example',
  '//evil.example@localhost/',
  '//localhost:4000@evil.example/',
  'http:evil.example',
  '//%0d%0aevil.example',
  '///\\evil.example',
  '\thttps://evil.example',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ws://evil.example',
  'mailto:kari@evil.example',
  '//[::1]/',
  '//evil。example',
  '/\t//evil.example',
  '/%2e/%2e%2e//evil.example',
  '/signin',
  '/signin?returnTo=/signin',
  '/signin/callback?code=1',
  '/signout',
  '/oidc/auth?client_id=samband',
  `/${'a'.repeat(2000)}`,
])('%j is not, so the front page it is', (wanted) => {
  expect(safeReturnTo(wanted)).toBe('/');
});

test('whatever is asked for, the browser stays with us', () => {
  const nasty = fc.stringMatching(/^[/\\.@:%a2eE?#\t\n\r ]{0,12}(evil\.example)?[/\\]?$/);
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (wanted) => {
      const there = new URL(safeReturnTo(wanted), 'https://samband.example/signin/callback');
      expect(there.origin).toBe('https://samband.example');
    }),
    { numRuns: 500 },
  );
});
