import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { tokenOf } from '#test/http/tokenOf.ts';
import { Site } from './Site.ts';

let site: Site;
let production: Site;

beforeAll(async () => {
  site = await Site.open();
  production = await Site.open({ isDemo: false, publicUrl: 'https://samband.example.no' });
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await production[Symbol.asyncDispose]();
});

interface Refusal {
  errors: { message: string; extensions: { code: string } }[];
}

/** What was said no to: status and code. Whatever went wrong, nothing of how we are made comes out. */
async function refusalOf(response: Response): Promise<[status: number, code: string | undefined]> {
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|\/server\/|\bat .+:\d+:\d+|stacktrace/);
  expect(response.headers.get('content-type')).toMatch(
    /^application\/(graphql-response\+)?json; charset=utf-8$/,
  );
  return [response.status, (JSON.parse(text) as Refusal).errors[0]?.extensions.code];
}

const viewer = { query: '{ viewer { name } }' };

describe('what is not a question', () => {
  test.each([
    ['malformed JSON', '{"query": "{ viewer', {}, 400, 'BAD_REQUEST'],
    ['JSON that is no object', '"{ viewer { name } }"', {}, 400, 'BAD_REQUEST'],
    ['an empty body', '', {}, 400, 'BAD_REQUEST'],
    ['no question in it', '{}', {}, 400, 'BAD_REQUEST'],
    ['a question that is no text', '{"query": 5}', {}, 400, 'BAD_REQUEST'],
    ['many at once', JSON.stringify([viewer, viewer]), {}, 400, 'BAD_REQUEST'],
    [
      'plain text',
      JSON.stringify(viewer),
      { 'content-type': 'text/plain' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a form',
      'query={viewer{name}}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'an exotic charset',
      JSON.stringify(viewer),
      { 'content-type': 'application/json; charset=ibm037' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'UTF-16',
      JSON.stringify(viewer),
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['something packed', 'xx', { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'more than 100 kB',
      JSON.stringify({ query: `{ viewer { name } } #${'x'.repeat(110_000)}` }),
      {},
      413,
      'TOO_LARGE',
    ],
  ])('%s is refused', async (_what, body, headers, status, code) => {
    expect(await refusalOf(await site.ask(body, headers))).toEqual([status, code]);
  });
});

const deep = (levels: number) =>
  `{ areas ${'{ children '.repeat(levels)}{ name }${' }'.repeat(levels)} }`;

describe('questions that are not answered', () => {
  test.each([
    ['a syntax error', '{ viewer { ', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ viewer { password } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too many levels', deep(8), 'GRAPHQL_VALIDATION_FAILED'],
    ['too many words', `{ ${'viewer { name } '.repeat(400)} }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'too many aliases',
      `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: viewer { name }`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too many directives',
      `{ viewer { name ${'@include(if: true) '.repeat(31)} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too much in the answer',
      '{ organisations(first: 100) { nodes { affiliations(first: 100) { nodes { person { affiliations(first: 100) { nodes { id } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too many levels through fragments',
      `{ areas { ...A } } fragment A on Area { parent { parent { parent { parent { parent { parent { ...B } } } } } } }
       fragment B on Area { parent { parent { parent { parent { parent { parent { name } } } } } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a fragment within itself',
      '{ areas { ...A } } fragment A on Area { parent { ...A } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a subscription', 'subscription { viewer { name } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is told of', async (_what, query, code) => {
    expect(await refusalOf(await site.ask({ query }))).toEqual([400, code]);
  });

  test('an operation that is not there', async () => {
    const answer = await site.ask({ query: 'query A { viewer { name } }', operationName: 'B' });
    expect(await refusalOf(answer)).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
  });

  test('variables that do not fit', async () => {
    const answer = await site.ask({
      query: 'query ($id: ID!) { organisation(id: $id) { name } }',
      variables: { id: { nested: true } },
    });
    expect(await refusalOf(answer)).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('ten thousand fragments are counted at once', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Area { ...F${i + 1} ...F${i + 1} }`,
    );
    const query = `{ areas { ...F0 } } ${fragments.join(' ')} fragment F30 on Area { name }`;
    const startedAt = performance.now();
    const [status] = await refusalOf(await site.ask({ query }));
    expect(status).toBe(400);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('ways in', () => {
  test.each(['GET', 'HEAD'])('nothing is asked with %s', async (method) => {
    const url = `/graphql?query=${encodeURIComponent('{ viewer { name } }')}`;
    const headers = { 'apollo-require-preflight': 'yes', accept: 'text/html' };
    const answer = await site.get(url, { method, headers });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.text()).not.toMatch('data');
  });

  test('another site that asks whether it may ask is told nothing', async () => {
    const headers = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    for (const path of ['/graphql', '/', '/signout']) {
      const answer = await site.get(path, { method: 'OPTIONS', headers });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      expect([...answer.headers.keys()].filter((it) => it.startsWith('access-control'))).toEqual(
        [],
      );
    }
  });

  test('long answers travel compressed', async () => {
    const query = '{ __schema { types { name description fields { name description } } } }';
    const answer = await site.ask({ query }, { 'accept-encoding': 'br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.json()).toHaveProperty('data.__schema');
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('%s is not used here', async (method) => {
    const answer = await site.get('/graphql', { method });
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect(await refusalOf(answer)).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  test('another site cannot ask in the name of who is signed in', async () => {
    const answer = await site.ask(viewer, {
      cookie: 'samband-4000=x',
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(await refusalOf(answer)).toEqual([403, 'FORBIDDEN']);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what the world may see of us', () => {
  const introspection = { query: '{ __schema { queryType { name } } }' };

  test('the demo tells what can be asked', async () => {
    const answer = (await (await site.ask(introspection)).json()) as { data: unknown };
    expect(answer.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test('production does not, nor does it hint, not to a system either', async () => {
    const system = { authorization: `Bearer ${await tokenOf(production, Role.SYSTEM)}` };
    expect(await refusalOf(await production.ask(introspection, system))).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    const answer = await production.ask({ query: '{ viewr { name } }' }, system);
    const typo = (await answer.json()) as Refusal;
    expect(typo.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(typo.errors[0]?.message).not.toMatch(/viewer|Did you mean/);
  });

  test('every answer, also a refusal, carries what keeps a browser careful', async () => {
    for (const path of ['/', '/graphql', '/nothing.here', '/health/live']) {
      const { headers } = await production.get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      expect(headers.get('strict-transport-security')).toMatch(/max-age=63072000/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await site.get('/')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the client', () => {
  test('what is named by its content may be kept for ever', async () => {
    const { status, headers } = await site.get('/assets/main-1a2b3c.js', {
      headers: { 'accept-encoding': 'br' },
    });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('content-type')).toMatch(/javascript/);
  });

  test('browsers far from https get gzip', async () => {
    const answer = await site.get('/assets/main-1a2b3c.js', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toMatch(/^document\.title/);
  });

  test('a screen has an address of its own, asked for anew each time', async () => {
    const { headers } = await site.get('/virksomhet/1');
    expect(headers.get('cache-control')).toBe('no-cache');
    const again = await site.get('/virksomhet/1', {
      headers: { 'cache-control': 'max-age=0', 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test.each(['/assets/gone.js', '/favicon.ico', '/%2e%2e/package.json', '/..%2fpackage.json'])(
    '%s is not there',
    async (path) => {
      expect(await refusalOf(await site.get(path))).toEqual([404, 'NOT_FOUND']);
    },
  );
});

describe('in trouble', () => {
  test('readiness follows the database, life does not', async () => {
    expect((await site.get('/health/ready')).status).toBe(200);
    await using broken = await Site.open();
    await broken.database.pool.end();
    expect((await broken.get('/health/ready')).status).toBe(503);
    expect((await broken.get('/health/live')).status).toBe(200);
  });

  test('who finds no connection free is told to come again', async () => {
    await using busy = await Site.open();
    const { pool } = busy.database;
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));

    const answer = await busy.ask(viewer, { authorization: 'Bearer samband_x' });

    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await refusalOf(answer)).toEqual([503, 'BUSY']);
    taken.forEach((client) => client.release());
    expect((await busy.ask(viewer, { authorization: 'Bearer samband_x' })).status).toBe(200);
  });

  test('a connection that is cut while in use takes nobody else with it', async () => {
    const { pool } = site.database;
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);

    await expect(client.query('select 1')).rejects.toThrow(/terminat|connection error/);
    client.release(true);
    expect((await site.ask(viewer)).status).toBe(200);
  });

  test('a fault is logged under the name that the answer gives it', async () => {
    await using broken = await Site.open();
    await broken.database.pool.query('select 1');
    const { pool } = broken.database;
    const fail = () => Promise.reject(new Error('secret detail'));
    pool.query = fail as never;
    pool.connect = fail as never;

    const answer = await broken.ask(viewer, { authorization: 'Bearer samband_x' });
    const body = (await answer.json()) as { errors: { extensions: { reference: string } }[] };

    expect(JSON.stringify(body)).not.toMatch('secret detail');
    const { reference } = body.errors[0]!.extensions;
    expect(
      broken.logged.find((line) => line.includes(reference) && line.includes('secret detail')),
    ).toBeDefined();
  });

  test('the log tells where somebody went, not what they carried', async () => {
    await site.get('/signin/callback?code=secret-code', {
      headers: { 'x-request-id': 'request-of-test' },
    });
    await expect
      .poll(() => site.logged.find((line) => line.includes('request-of-test')))
      .toContain('/signin/callback');
    expect(site.logged.join('\n')).not.toMatch('secret-code');
  });

  test('half a request is not waited for by others', async () => {
    const socket = connect(site.port, '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\n');
    expect((await site.ask(viewer)).status).toBe(200);
    socket.destroy();
  });
});
