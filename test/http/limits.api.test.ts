import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { Site } from '#test/launch/Site.ts';
import { tokenOf } from './tokenOf.ts';

let site: Site;
let authorization: string;
beforeAll(async () => {
  site = await Site.open({ isDemo: false });
  authorization = `Bearer ${await tokenOf(site, Role.SYSTEM)}`;
});
afterAll(() => site[Symbol.asyncDispose]());

const many = (times: number, what: (i: number) => string) =>
  Array.from({ length: times }, (_, i) => what(i)).join(' ');
const within = (levels: number, field: string) =>
  `${`${field} { `.repeat(levels)}name${' }'.repeat(levels)}`;

/** Also a system, who may ask in words of its own. */
async function refusalOf(body: unknown): Promise<[status: number, code: string | undefined]> {
  const answer = await site.ask(body, { authorization });
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return [answer.status, errors?.[0]?.extensions.code];
}

describe('a question is refused for', () => {
  test.each([
    ['50 aliases', `{ ${many(50, (i) => `a${i}: viewer { role }`)} }`],
    [
      '16 aliases in fragments',
      `{ viewer { ...A } } fragment A on Viewer { ${many(16, (i) => `a${i}: role`)} }`,
    ],
    ['9 levels', `{ areas { ${within(8, 'parent')} } }`],
    [
      '9 levels in fragments',
      `{ areas { ${'parent { '.repeat(4)} ...A ${'} '.repeat(4)} } } fragment A on Area { ${within(4, 'parent')} }`,
    ],
    [
      '9 levels in inline fragments',
      `{ areas { ${'... on Area { parent { '.repeat(8)} name ${'} } '.repeat(8)} } }`,
    ],
    ['2,000 words', `{ ${many(2_000, () => 'viewer')} }`],
    ['40,000 brackets', '{'.repeat(40_000)],
    ['40,000 brackets in a list', `{ areas(codes: ${'['.repeat(40_000)}) { name } }`],
    [
      'fragments that go round',
      '{ areas { ...A } } fragment A on Area { ...B } fragment B on Area { ...A }',
    ],
    ['a fragment in itself', '{ areas { ...A } } fragment A on Area { parent { ...A } }'],
    ['500 directives', `{ viewer { role ${'@skip(if: false) '.repeat(500)} } }`],
    ['31 different directives', `{ viewer { ${many(31, () => 'role @skip(if: false)')} } }`],
    ['500 directives that are not there', `{ viewer { role ${many(150, (i) => `@a${i}`)} } }`],
    [
      'directives on the question itself',
      `query ${'@skip(if: false) '.repeat(31)} { viewer { role } }`,
    ],
    [
      'pages in pages',
      '{ organisations(first: 100) { nodes { affiliations(first: 100) { nodes { person { affiliations(first: 100) { nodes { id } } } } } } } }',
    ],
  ])('%s', async (_what, query) => {
    const [status, code] = await refusalOf({ query });
    expect(status).toBe(400);
    expect(code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
  });

  test.each([99_999_999, 2_147_483_647, 101, 0, -1])('a page of %i', async (first) => {
    const query = 'query ($first: Int) { organisations(first: $first) { nodes { id } } }';
    const inWords = { query: `{ organisations(first: ${first}) { nodes { id } } }` };
    for (const body of [{ query, variables: { first } }, inWords]) {
      const [, code] = await refusalOf(body);
      expect(code).toBe('INVALID_INPUT');
    }
  });

  test.each([1e20, 1.5, 'many', [1], {}, true, Number.MAX_SAFE_INTEGER])(
    'a page of %j',
    async (first) => {
      const query = 'query ($first: Int) { organisations(first: $first) { nodes { id } } }';
      expect(await refusalOf({ query, variables: { first } })).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  test('being two', async () => {
    const one = { query: '{ viewer { role } }' };
    for (const body of [[one, one], [one], []]) {
      expect(await refusalOf(body)).toEqual([400, 'BAD_REQUEST']);
    }
  });
});

describe('a mutation does one thing', () => {
  const correct = (alias: string, directive = '') =>
    `${alias}: correctOrganisation(input: { id: "x", expectedVersion: 1 }) ${directive} { id }`;

  test.each([
    ['by aliases', `mutation { ${correct('a')} ${correct('b')} }`],
    ['twice the same', `mutation { viewer { id } ${correct('a')} ${correct('a')} }`],
    [
      'in a fragment',
      `mutation { ...A } fragment A on Mutation { ${correct('a')} ${correct('b')} }`,
    ],
    [
      'in two fragments',
      `mutation { ...A ...B } fragment A on Mutation { ${correct('a')} } fragment B on Mutation { ${correct('b')} }`,
    ],
    [
      'in one fragment used twice',
      `mutation { ...A ...A } fragment A on Mutation { ${correct('a')} }`,
    ],
    [
      'in inline fragments',
      `mutation { ... { ${correct('a')} } ... on Mutation { ${correct('b')} } }`,
    ],
    ['one of them skipped', `mutation { ${correct('a')} ${correct('b', '@skip(if: true)')} }`],
  ])('not two: %s', async (_what, query) => {
    const answer = await site.ask({ query }, { authorization });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch('A mutation does one thing');
  });

  test.each([
    ['alone', `mutation { ${correct('a')} }`],
    ['in a fragment', `mutation { ...A } fragment A on Mutation { ${correct('a')} }`],
  ])('one, %s, is looked at', async (_what, query) => {
    expect(await (await site.ask({ query }, { authorization })).text()).not.toMatch('one thing');
  });
});

describe('too much is not read', () => {
  const head = { host: 'localhost', 'content-type': 'application/json' };

  test('a body that says it is a gigabyte is refused before it has come', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request({
        port: site.port,
        method: 'POST',
        path: '/graphql',
        headers: { ...head, 'content-length': 1_000_000_000 },
      });
      asked.once('response', (answer) => resolve(answer.statusCode));
      asked.once('error', reject);
      asked.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test('a body that does not say how long it is is refused when it is too long', async () => {
    let sent = 0;
    const status = await new Promise((resolve, reject) => {
      const asked = request({ port: site.port, method: 'POST', path: '/graphql', headers: head });
      const chunk = Buffer.alloc(16_384, ' ');
      const more = () => {
        if (asked.destroyed || sent > 50_000_000) return;
        sent += chunk.length;
        if (asked.write(chunk)) setImmediate(more);
        else asked.once('drain', more);
      };
      asked.once('response', (answer) => {
        resolve(answer.statusCode);
        asked.destroy();
      });
      asked.once('error', reject);
      more();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(50_000_000);
  });
});
