import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { aConsent } from '#seeds/person.ts';
import { openMetrics } from '#server/http/metrics.ts';
import { Site } from '#test/launch/Site.ts';
import { cloneOf, personalKey } from '#test/support/world.ts';
import { sessionOf } from './sessionOf.ts';
import { tokenOf } from './tokenOf.ts';

const publicUrl = 'https://samband.example.no';
const question = 'query Land($code: ID!) { area(code: $code) { code name } }';
const document = 'query Hvem { viewer { role name } }';
const numbered = {
  extensions: {
    persistedQuery: {
      version: 1,
      sha256Hash: createHash('sha256').update(document).digest('hex'),
    },
  },
};

let site: Site;
let metrics: ReturnType<typeof openMetrics>;
let person: Person;

beforeAll(async () => {
  const database = await cloneOf(inject('templateUrl'));
  metrics = openMetrics(database.pool);
  site = await Site.open({
    isDemo: false,
    publicUrl,
    database,
    metrics,
    documents: new Map([[numbered.extensions.persistedQuery.sha256Hash, document]]),
  });
  person = new Person('Synne', 'Prøve');
  const point = new PersonContactPoint(person, ContactChannel.PHONE).sealed(
    '+4700000123',
    personalKey,
  );
  const consent = aConsent(person, Purpose.CRISIS);
  await site.database.orm.em.fork().persist([person, point, consent]).flush();
});
afterAll(() => site[Symbol.asyncDispose]());

const asSystem = async () => ({
  authorization: `Bearer ${await tokenOf(site, Role.COORDINATOR)}`,
});

/** How many operations were measured, whichever way they came. */
async function measured(): Promise<number> {
  const { values } = await metrics.operations.get();
  return values
    .filter(({ metricName }) => metricName?.endsWith('_count'))
    .reduce((sum, { value }) => sum + value, 0);
}

const tookShortWay = async () => (await metrics.short.get()).values[0]?.value ?? 0;

/** What differs from answer to answer. */
const ownHeaders = new Set(['date', 'x-request-id', 'content-encoding', 'transfer-encoding']);
const headersOf = (answer: Response) =>
  Object.fromEntries([...answer.headers].filter(([name]) => !ownHeaders.has(name)));

describe('a question that is asked again', () => {
  test.each([
    ['as it is', {}],
    ['in another language', { 'accept-language': 'en' }],
    ['as our client asks', { accept: 'application/graphql-response+json, application/json' }],
    ['as an old client asks', { accept: 'application/json' }],
    ['compressed', { 'accept-encoding': 'gzip' }],
    ['under a name', { 'x-request-id': 'under-a-name' }],
  ])('gets the same answer with the same headers, %s', async (_how, headers) => {
    const asking = { ...(await asSystem()), 'accept-encoding': 'identity', ...headers };
    const ask = () => site.ask({ query: question, variables: { code: 'NO' } }, asking);
    const first = await ask();
    const before = await tookShortWay();
    const second = await ask();
    expect(await tookShortWay()).toBe(before + 1);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(headersOf(second)).toEqual(headersOf(first));
    expect(await second.text()).toBe(await first.text());
    const given = new Headers(headers).get('x-request-id');
    if (given) expect(second.headers.get('x-request-id')).toBe(given);
    else expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  test('gets the same answer with the same headers, where nothing is said of encodings', async () => {
    const headers = await asSystem();
    const body = JSON.stringify({ query: question, variables: { code: 'NO' } });
    const linesOf = async () =>
      (await inParts(body, headers))
        .split('\r\n')
        .filter((line) => !/^(date|x-request-id):/i.test(line));
    const first = await linesOf();
    const before = await tookShortWay();
    expect((await linesOf()).toSorted()).toEqual(first.toSorted());
    expect(await tookShortWay()).toBe(before + 1);
  });

  test('is measured and told of in the log each time', async () => {
    const headers = await asSystem();
    const ask = () => site.ask({ query: question, variables: { code: 'NO' } }, headers);
    await (await ask()).text();
    const [before, lines] = [await measured(), site.logged.length];
    await (await ask()).text();
    expect(await measured()).toBe(before + 1);
    await expect.poll(() => site.logged.length).toBeGreaterThan(lines);
    expect(JSON.parse(site.logged.at(-1) ?? '')).toMatchObject({
      method: 'POST',
      path: '/graphql',
      status: 200,
    });
  });

  test('is refused as it was, where what is asked is wrong', async () => {
    const headers = await asSystem();
    const ask = (variables: object) => site.ask({ query: question, variables }, headers);
    await (await ask({ code: 'NO' })).text();
    const wrong = await ask({ code: { a: 1 } });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await (await ask({ code: 'nowhere' })).json()).toEqual({ data: { area: null } });
  });

  test('is let in once it has come in parts, and as nothing where it is none', async () => {
    const headers = await asSystem();
    await (await site.ask({ query: question, variables: { code: 'NO' } }, headers)).text();
    const body = JSON.stringify({ query: question, variables: { code: 'NO' } });
    expect(await inParts(body, headers)).toMatch(/^HTTP\/1.1 200 [^]*"code":"NO"/);
    const none = body.slice(0, -1).padEnd(body.length);
    expect(await inParts(none, headers)).toMatch(/^HTTP\/1.1 400 [^]*"BAD_REQUEST"/);
    expect(await inParts('"word"', headers)).toMatch(/^HTTP\/1.1 400 [^]*"BAD_REQUEST"/);
    expect(await inParts('[{}]', headers)).toMatch(/^HTTP\/1.1 400 [^]*"BAD_REQUEST"/);
  });

  /** Sends the body a piece at a time, and nothing more. */
  async function inParts(body: string, headers: Record<string, string>): Promise<string> {
    const socket = connect(site.port, '127.0.0.1');
    await once(socket, 'connect');
    const head = Object.entries({
      host: 'localhost',
      connection: 'close',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /graphql HTTP/1.1\r\n${head.join('')}\r\n${body.slice(0, 5)}`);
    setImmediate(() => socket.write(body.slice(5)));
    return text(socket);
  }
});

describe('who asks by number', () => {
  test('is not answered for whom another tab has signed in', async () => {
    const reader = await sessionOf(site, Role.READER, publicUrl);
    const ask = (more: object) => site.ask(numbered, { ...reader, ...more });
    for (const _twice of [1, 2]) {
      expect(await (await ask({})).json()).toMatchObject({ data: { viewer: { role: 'READER' } } });
    }
    const other = await ask({ 'samband-viewer': crypto.randomUUID() });
    expect(other.status).toBe(409);
  });

  test('asks nothing of their own, though somebody with a token has asked it', async () => {
    const token = await asSystem();
    const own = { query: question, variables: { code: 'NO' } };
    for (const _twice of [1, 2]) expect((await site.ask(own, token)).status).toBe(200);
    const reader = await sessionOf(site, Role.READER, publicUrl);
    await (await site.ask(numbered, reader)).text();
    const answer = await site.ask(own, reader);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
    });
  });

  test('is not heard from the page of another site', async () => {
    const reader = await sessionOf(site, Role.READER, publicUrl);
    await (await site.ask(numbered, reader)).text();
    const foreign = await site.ask(numbered, { ...reader, 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });
});

describe('how people are reached', () => {
  const query = (purpose: string) =>
    `query @purpose(of: ${purpose}) { person(id: "${person.id}") { contactPoints { value } } }`;

  test('is in the read log each time', async () => {
    const headers = await asSystem();
    const { pool } = site.database;
    const logged = async () =>
      (
        await pool.query<{ count: number }>(
          'select count(*)::integer as count from read_log where person_id = $1',
          [person.id],
        )
      ).rows[0]?.count ?? 0;
    const before = await logged();
    for (const _each of [1, 2, 3]) {
      const answer = await site.ask({ query: query('CRISIS') }, headers);
      expect(await answer.text()).toContain('+4700000123');
    }
    expect(await logged()).toBe(before + 3);
  });

  test('is for those alone whose purpose it is, though others have asked', async () => {
    const coordinator = await asSystem();
    for (const _twice of [1, 2]) {
      await (await site.ask({ query: query('CRISIS') }, coordinator)).text();
    }
    const reader = { authorization: `Bearer ${await tokenOf(site, Role.READER)}` };
    for (const _twice of [1, 2]) {
      const answer = await site.ask({ query: query('CRISIS') }, reader);
      expect(await answer.json()).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    }
  });
});
