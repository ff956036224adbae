import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { startSession } from '#server/access/session.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { Site } from '#test/launch/Site.ts';

const clock = () => new Date('2026-11-22T08:00:00Z');
const origin = 'http://localhost:4000';
const change = 'mutation { endOtherSessions { id } }';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site[Symbol.asyncDispose]());

/** One person in two browsers: what is done in one is seen in the other. */
let here: string;
let there: string;
beforeEach(async () => {
  const { pool } = site.database;
  const userId = await hasStaff(pool, { subject: randomUUID(), role: Role.READER });
  const cookie = async () =>
    `samband-4000=${await startSession({ pool, clock }, { userId, former: undefined, userAgent: undefined })}`;
  [here, there] = [await cookie(), await cookie()];
});

const ours = { origin, 'sec-fetch-site': 'same-origin' };

async function isThere(): Promise<boolean> {
  const answer = await site.ask({ query: '{ viewer { id } }' }, { ...ours, cookie: there });
  return ((await answer.json()) as { data: { viewer: unknown } }).data.viewer !== null;
}

/** What the browser of somebody who visits another site sends in their name. */
const foreign: Record<string, Record<string, string>> = {
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'another site in an older browser': { origin: 'https://evil.example' },
  'a page next door': { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'a frame without origin': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'an old browser that tells nothing': {},
  'a link': { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
  'a site that knows what Apollo asks for': {
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
    'apollo-require-preflight': 'yes',
    'x-apollo-operation-name': 'a',
  },
};

const bodies: Record<string, string> = {
  'application/json': JSON.stringify({ query: change }),
  'text/plain': JSON.stringify({ query: change }),
  'application/x-www-form-urlencoded': new URLSearchParams({ query: change }).toString(),
  'multipart/form-data; boundary=x': `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: change })}\r\n--x--`,
};

describe.each(Object.entries(foreign))('%s', (_who, headers) => {
  test.each(Object.entries(bodies))(
    'changes nothing and hears nothing with %s',
    async (type, body) => {
      for (const method of ['POST', 'GET', 'HEAD', 'PUT']) {
        const search = method === 'POST' ? '' : `?query=${encodeURIComponent(change)}`;
        const answer = await site.get(`/graphql${search}`, {
          method,
          headers: { ...headers, cookie: here, 'content-type': type },
          ...(method !== 'GET' && method !== 'HEAD' && { body }),
        });
        expect([method, answer.status]).toEqual([method, expect.toSatisfy((it) => it >= 400)]);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        expect(await answer.text()).not.toMatch('"data"');
      }
      expect(await isThere()).toBe(true);
    },
  );
});

test('our own pages do change it', async () => {
  const answer = await site.ask({ query: change }, { ...ours, cookie: here });
  expect(await answer.json()).toMatchObject({ data: { endOtherSessions: [{}] } });
  expect(await isThere()).toBe(false);
});
