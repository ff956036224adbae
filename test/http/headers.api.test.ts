import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Site } from '#test/launch/Site.ts';

let site: Site;
let demo: Site;
beforeAll(async () => {
  site = await Site.open({
    isDemo: false,
    publicUrl: 'https://samband.example.no',
    securityContact: 'mailto:security@example.no',
    questionsPerMinute: { viewer: 9, system: 9, stranger: 9 },
    trustProxy: 1,
  });
  demo = await Site.open();
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await demo[Symbol.asyncDispose]();
});

const json = { 'content-type': 'application/json' };
const ask = (body: string, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  body,
  headers,
});

/** One of each way in which we answer: what is asked, and with which status. */
const answers: [what: string, path: string, init: RequestInit, status: number][] = [
  ['the page', '/', {}, 200],
  ['a screen', '/virksomhet/1', {}, 200],
  ['a file', '/assets/main-1a2b3c.js', {}, 200],
  ['nothing', '/assets/nothing.js', {}, 404],
  ['life', '/health/live', {}, 200],
  ['readiness', '/health/ready', {}, 200],
  ['where to report', '/.well-known/security.txt', {}, 200],
  ['sign-in without a provider', '/signin', {}, 503],
  ['the style of sign-in', '/signin/style.css', {}, 200],
  ['sign-out from elsewhere', '/signout', { method: 'POST', headers: { cookie: 'a=b' } }, 403],
  ['sign-out', '/signout', { method: 'POST' }, 303],
  ['the page that a link opens', '/l', {}, 200],
  [
    'a link that is none',
    '/l/open',
    { method: 'POST', body: new URLSearchParams({ code: 'x' }) },
    403,
  ],
  ['a question of one’s own', '/graphql', ask('{"query":"{viewer{role}}"}'), 400],
  ['a question in an address', '/graphql?query={viewer{role}}', {}, 405],
  [
    'a question in no language of ours',
    '/graphql',
    ask('x', { 'content-type': 'text/plain' }),
    415,
  ],
  ['a question that is no JSON', '/graphql', ask('{'), 400],
  ['a question that is too long', '/graphql', ask(' '.repeat(200_000)), 413],
  ['a method that is not used', '/', { method: 'DELETE' }, 405],
  ['another site’s question whether it may', '/graphql', { method: 'OPTIONS' }, 204],
];

describe.each(answers)('%s', (_what, path, init, status) => {
  test('is answered so that a browser is careful', async () => {
    const headers = { 'x-forwarded-for': `192.0.2.${status % 200}`, ...(init.headers as object) };
    const answer = await site.get(path, { ...init, headers });
    const header = (name: string) => answer.headers.get(name);
    expect(answer.status).toBe(status);

    const policy = header('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('cross-origin-opener-policy')).toBe('same-origin');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(header('access-control-allow-origin')).toBeNull();
    expect(header('access-control-allow-credentials')).toBeNull();
    expect(header('x-powered-by')).toBeNull();
    expect(header('server')).toBeNull();
    expect(header('x-request-id')).toMatch(/^[\w-]{8,64}$/);

    const text = await answer.text();
    if (text) expect(header('content-type')).toMatch(/^[\w-]+\/[\w+.-]+; charset=utf-8$/);
    expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+/);
  });

  test('is not made readable for another site', async () => {
    const headers = {
      'x-forwarded-for': `198.51.100.${status % 200}`,
      ...(init.headers as object),
      origin: 'https://evil.example',
    };
    const answer = await site.get(path, { ...init, headers });
    await answer.arrayBuffer();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('too many questions are told so as carefully', async () => {
  const headers = { ...json, 'x-forwarded-for': '203.0.113.1' };
  for (let asked = 0; asked < 9; asked += 1) await site.get('/graphql', ask('{}', headers));
  const answer = await site.get('/graphql', ask('{}', headers));
  expect(answer.status).toBe(429);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('what is somebody’s is kept nowhere', async () => {
  for (const [what, path, init] of answers) {
    if (!/question|sign-in without|sign-out/.test(what) || init.method === 'OPTIONS') continue;
    const headers = { 'x-forwarded-for': '203.0.113.2', ...(init.headers as object) };
    const answer = await site.get(path, { ...init, headers });
    expect([what, answer.headers.get('cache-control')]).toEqual([what, 'no-store']);
  }
});

test('without https nobody is told to insist on it', async () => {
  expect((await demo.get('/')).headers.get('strict-transport-security')).toBeNull();
});

test.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY'])(
  '%s is not used anywhere',
  async (method) => {
    for (const path of ['/', '/graphql', '/signin', '/signout', '/health/live', '/oidc/auth']) {
      const answer = await demo.get(path, { method });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([
        path,
        405,
        'GET, HEAD, POST, OPTIONS',
      ]);
    }
  },
);

test('where to report a hole is told as RFC 9116 has it', async () => {
  const answer = await site.get('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const fields = Object.fromEntries(
    (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/: (.*)/) as [string, string]),
  );
  expect(fields).toEqual({
    Contact: 'mailto:security@example.no',
    Expires: '2027-05-21T08:00:00.000Z',
    'Preferred-Languages': 'nb, nn, en',
    Canonical: 'https://samband.example.no/.well-known/security.txt',
    Policy: 'https://samband.example.no/om',
  });
  const shown = await (await demo.get('/.well-known/security.txt')).text();
  expect(shown).toMatch(/^Contact: http:\/\/localhost:4000\/om$/m);
});
