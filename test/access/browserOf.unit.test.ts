import { expect, test } from 'vitest';

import { browserOf } from '#server/access/browserOf.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Microsoft Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari',
    'iOS',
  ],
  [
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Firefox',
    'Linux',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
])('a browser is told by its family: %s', (userAgent, browser, system) => {
  expect(browserOf(userAgent)).toEqual({ browser, system });
});

test.each([
  [undefined],
  [''],
  ['   '],
  ['<script>alert(1)</script>'],
  ['x'.repeat(5_000)],
  ['\u0000\u202e/1.0'],
])('what is no browser we know gives no words of its own: %j', (userAgent) => {
  const { browser, system } = browserOf(userAgent);
  expect(system).toBeNull();
  expect(browser ?? '').not.toMatch(/[<>\p{C}]|x{41}/u);
});
