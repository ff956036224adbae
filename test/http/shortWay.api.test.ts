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
import { anOrganisation } from '#seeds/organisation.ts';
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

describe('what is to be done, asked in words that were asked before', () => {
  const mutation = (name: string) =>
    `mutation ${name}($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { name version } }`;
  const asEditor = async () => ({ authorization: `Bearer ${await tokenOf(site, Role.EDITOR)}` });
  const has = async (): Promise<string> => {
    const organisation = anOrganisation({ name: 'Første' });
    await site.database.orm.em.fork().persist(organisation).flush();
    return organisation.id;
  };
  const correcting = (name: string, input: object, headers: Record<string, string>) =>
    site.ask({ query: mutation(name), variables: { input } }, headers);
  const versionsOf = async (id: string) =>
    (
      await site.database.pool.query<{ version: number }>(
        'select version from change where record_id = $1 order by version',
        [id],
      )
    ).rows.map(({ version }) => version);

  test('is done once each time, with the same headers', async () => {
    const [id, headers] = [await has(), await asEditor()];
    const correct = (expectedVersion: number, name: string) =>
      correcting('Rett', { id, expectedVersion, name }, headers);
    const first = await correct(1, 'Andre');
    expect(await first.json()).toEqual({
      data: { correctOrganisation: { name: 'Andre', version: 2 } },
    });
    const before = await tookShortWay();
    const second = await correct(2, 'Tredje');
    expect(await tookShortWay()).toBe(before + 1);
    expect(await second.json()).toEqual({
      data: { correctOrganisation: { name: 'Tredje', version: 3 } },
    });
    // The names are not equally long.
    const { 'content-length': _one, ...headersOfFirst } = headersOf(first);
    const { 'content-length': _other, ...headersOfSecond } = headersOf(second);
    expect(headersOfSecond).toEqual(headersOfFirst);
    expect(await versionsOf(id)).toEqual([2, 3]);
  });

  test('is refused in the same words, and not tried again', async () => {
    const [id, headers] = [await has(), await asEditor()];
    await (await correcting('RettA', { id, expectedVersion: 1, name: 'Andre' }, headers)).text();
    const refused: [what: string, input: object][] = [
      ['too late', { id, expectedVersion: 1, name: 'Tredje' }],
      ['nothing left of a name', { id, expectedVersion: 2, name: ' ' }],
      ['no such organisation', { id: crypto.randomUUID(), expectedVersion: 1, name: 'Tredje' }],
      ['a version that is none', { id, expectedVersion: 'to', name: 'Tredje' }],
    ];
    for (const [what, input] of refused) {
      const before = await tookShortWay();
      const short = await correcting('RettA', input, headers);
      expect(await tookShortWay(), what).toBe(before + (what.endsWith('none') ? 0 : 1));
      // As many letters, so that what is wrong stands in the same place.
      const long = await correcting('RettB', input, headers);
      expect(short.status, what).toBe(long.status);
      expect(await short.text(), what).toBe(await long.text());
    }
    const reader = { authorization: `Bearer ${await tokenOf(site, Role.READER)}` };
    // Whom nobody has seen before goes the long way; the second time we know them.
    await (await correcting('RettB', { id, expectedVersion: 2, name: 'Nei' }, reader)).text();
    const refusal = await correcting('RettA', { id, expectedVersion: 2, name: 'Nei' }, reader);
    expect(await refusal.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await versionsOf(id)).toEqual([2]);
  });

  test('is not done for somebody whose token was taken back meanwhile', async () => {
    const [id, headers] = [await has(), await asEditor()];
    await (await correcting('Rett', { id, expectedVersion: 1, name: 'Andre' }, headers)).text();
    await (await correcting('Rett', { id, expectedVersion: 2, name: 'Tredje' }, headers)).text();
    await site.database.pool.query(
      "update api_token set revoked_at = '2026-11-22' where revoked_at is null",
    );
    const answer = await correcting('Rett', { id, expectedVersion: 3, name: 'Fjerde' }, headers);
    expect(await answer.text()).toContain('"errors"');
    expect(await versionsOf(id)).toEqual([2, 3]);
  });

  test('is not done for somebody who may read only since a moment ago', async () => {
    const [id, headers] = [await has(), await asEditor()];
    await (await correcting('Rett', { id, expectedVersion: 1, name: 'Andre' }, headers)).text();
    await site.database.pool.query("update api_token set role = 'reader' where role = 'editor'");
    const answer = await correcting('Rett', { id, expectedVersion: 2, name: 'Tredje' }, headers);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await versionsOf(id)).toEqual([2]);
  });
});
