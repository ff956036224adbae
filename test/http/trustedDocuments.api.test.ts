import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { openMetrics } from '#server/http/metrics.ts';
import { Site } from '#test/launch/Site.ts';
import { cloneOf } from '#test/support/world.ts';
import { sessionOf } from './sessionOf.ts';
import { tokenOf } from './tokenOf.ts';

const publicUrl = 'https://samband.example.no';
const known = 'query Who { viewer { role } }';
const lists = 'query Lists($code: ID!) { area(code: $code) { name } }';

const idOf = (text: string) => createHash('sha256').update(text).digest('hex');
const numbered = (text: string, more: object = {}) => ({
  ...more,
  extensions: { persistedQuery: { version: 1, sha256Hash: idOf(text) } },
});

let site: Site;
let demo: Site;

beforeAll(async () => {
  const documents = new Map([known, lists].map((text) => [idOf(text), text]));
  site = await Site.open({ isDemo: false, publicUrl, documents });
  demo = await Site.open({ documents });
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await demo[Symbol.asyncDispose]();
});

interface Answer {
  data?: unknown;
  errors?: { extensions: { code: string } }[];
}

/** Status, and code or data. */
async function outcome(answer: Response): Promise<[status: number, what: unknown]> {
  const { data, errors } = (await answer.json()) as Answer;
  return [answer.status, errors?.[0]?.extensions.code ?? data];
}

test('a question of the client is answered by its number', async () => {
  expect(await outcome(await site.ask(numbered(known)))).toEqual([200, { viewer: null }]);
  const reader = await sessionOf(site, Role.READER, publicUrl);
  expect(await outcome(await site.ask(numbered(known), reader))).toEqual([
    200,
    { viewer: { role: 'READER' } },
  ]);
  const oslo = numbered(lists, { variables: { code: '0301' } });
  expect(await outcome(await site.ask(oslo, reader))).toEqual([200, { area: { name: 'Oslo' } }]);
});

test('a question of the client is parsed once, whoever asks it and however often', async () => {
  const database = await cloneOf(inject('templateUrl'));
  const metrics = openMetrics(database.pool);
  const documents = new Map([[idOf(known), known]]);
  await using own = await Site.open({ isDemo: false, database, metrics, documents });
  const reader = await sessionOf(own, Role.READER);
  for (const headers of [{}, reader, {}, reader]) {
    expect((await own.ask(numbered(known, { query: '{ syntax' }), headers)).status).toBe(200);
  }
  const { values } = await metrics.parsed.get();
  expect(values[0]?.value).toBe(1);
});

test('a text that comes with a number is not looked at', async () => {
  const query = '{ __schema { queryType { name } } }';
  for (const place of [site, demo]) {
    const answer = await place.ask(numbered(known, { query }));
    expect(await outcome(answer)).toEqual([200, { viewer: null }]);
  }
});

test('a number that is not known is told of, whatever comes with it', async () => {
  const query = 'query Who { viewer { name } }';
  for (const place of [site, demo]) {
    for (const more of [{}, { query }, { query: known }]) {
      const answer = await place.ask(numbered(query, more));
      expect(await outcome(answer)).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
    }
    // Nor has anybody taught it to us.
    expect(await outcome(await place.ask(numbered(query)))).toEqual([
      400,
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  }
});

test.each([
  [null],
  [{}],
  [{ sha256Hash: null }],
  [{ sha256Hash: 5 }],
  [{ sha256Hash: '__proto__' }],
  [{ sha256Hash: ['toString'] }],
  [[idOf(known)]],
  ['text'],
])('%j is no number', async (persistedQuery) => {
  const answer = await site.ask({ query: known, extensions: { persistedQuery } });
  expect(await outcome(answer)).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
});

test('a question in a text of its own is not for strangers, nor for who is signed in', async () => {
  const asked = [{ query: known }, { query: '{ viewer { role } }' }, { query: '{ syntax' }, {}];
  const reader = await sessionOf(site, Role.ADMINISTRATOR, publicUrl);
  for (const headers of [{}, reader, { authorization: 'Bearer samband_of_nobody' }]) {
    for (const body of asked) {
      const [status, code] = await outcome(await site.ask({ x: 1, ...body }, headers));
      expect([status, code]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    }
  }
});

test('a question in a text of its own is for systems, and for the demo', async () => {
  const authorization = `Bearer ${await tokenOf(site, Role.SYSTEM)}`;
  const query = '{ viewer { role } }';
  expect(await outcome(await site.ask({ query }, { authorization }))).toEqual([
    200,
    { viewer: { role: 'SYSTEM' } },
  ]);
  expect(await outcome(await demo.ask({ query }))).toEqual([200, { viewer: null }]);
});

test('a token that was revoked asks nothing more of its own', async () => {
  const authorization = `Bearer ${await tokenOf(site, Role.SYSTEM)}`;
  const ask = async () =>
    outcome(await site.ask({ query: '{ areas { name } }' }, { authorization }));
  expect((await ask())[0]).toBe(200);
  await site.database.pool.query('update api_token set revoked_at = now()');
  // It was recognised, so its question had been let in before the database said that it is worth nothing.
  expect(await ask()).toEqual([200, 'UNAUTHENTICATED']);
  expect(await ask()).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
});

test('who asks by number names the operation or does not', async () => {
  expect((await site.ask(numbered(known, { operationName: 'Who' }))).status).toBe(200);
  expect((await site.ask(numbered(known, { operationName: null }))).status).toBe(200);
  expect(await outcome(await site.ask(numbered(known, { operationName: 'Other' })))).toEqual([
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ]);
  expect(await outcome(await site.ask(numbered(known, { variables: 'text' })))).toEqual([
    400,
    'BAD_REQUEST',
  ]);
});
