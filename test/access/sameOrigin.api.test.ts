import { expect } from 'vitest';

import { test } from '#test/support/world.ts';
import { hasStaff, nameOf, own, Reception } from './Reception.ts';

type Headers = Readonly<Record<string, string>>;

const ours = (origin: string): Record<string, Headers> => ({
  'our own form': { origin, 'sec-fetch-site': 'same-origin' },
  'our own form without referrer': { origin: 'null', 'sec-fetch-site': 'same-origin' },
  'an older browser on our page': { origin },
});

const foreign = (origin: string): Record<string, Headers> => ({
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'another site in an older browser': { origin: 'https://evil.example' },
  'another port of this machine': { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'a frame without origin': { origin: 'null' },
  'a frame without origin that tells its site': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'an address typed by hand': { 'sec-fetch-site': 'none' },
  'another site that lies about its site': {
    origin: 'https://evil.example',
    'sec-fetch-site': 'same-origin',
  },
  'another site that lies about its origin': { origin, 'sec-fetch-site': 'cross-site' },
  'something that tells nothing': {},
});

const kinds = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'application/json',
];

test('only our own pages sign somebody out', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');

  for (const [who, headers] of Object.entries(foreign(reception.origin))) {
    for (const kind of kinds) {
      const answer = await kari.request('/signout', {
        method: 'POST',
        headers: { ...headers, 'content-type': kind },
      });
      expect([who, kind, answer.status]).toEqual([who, kind, 403]);
    }
  }
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
    await kari.request('/signout', { method, headers: { 'sec-fetch-site': 'cross-site' } });
  }
  expect(await nameOf(kari)).toBe('kari');
});

test('our own pages do, in every browser', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });

  for (const [who, headers] of Object.entries(ours(reception.origin))) {
    const kari = await reception.signedIn('kari');
    const answer = await kari.request('/signout', { method: 'POST', headers });
    expect([who, answer.status, await nameOf(kari)]).toEqual([who, 303, null]);
  }
});

test('a choice on the demo page counts only when it is made there', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const visitor = reception.visitor();
  const { at } = await visitor.visit('/signin');

  const answer = await visitor.request(at, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ user: own('kari') }),
  });

  expect(answer.status).toBe(403);
});
