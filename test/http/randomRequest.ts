import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  parse,
  typeFromAST,
} from 'graphql';

import type { Holdings } from '#test/common/question/Holdings.ts';
import { junkFor } from '#test/common/question/junkFor.ts';
import { randomQuestion } from '#test/common/question/randomQuestion.ts';

/** What somebody may send. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const nasty = fc.constantFrom(
  '\u0000',
  'a\u0000b',
  '\u001b[31m',
  '\r\nSet-Cookie: a=b',
  '{"level":60}\n{"level":60}',
  '\ud800',
  '__proto__',
  'constructor',
  "'; drop table organisation; --",
  '%00',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '${7*7}',
  '1e999',
  '\\',
  '💥'.repeat(50),
);
const anyText = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }), fc.string());
const numbers = fc.constantFrom('1e999', '-1e999', '99999999999999999999999', '-0', '1.5', '1E400');

/** JSON as nobody writes it by hand. */
const anyJson = fc.oneof(
  fc.json({ maxDepth: 6 }),
  numbers,
  fc.constantFrom(
    '{"__proto__":{"isDemo":true}}',
    '{"query":"{viewer{role}}","__proto__":{"query":"{x}"}}',
    '{"query":"{viewer{role}}","query":5}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"query":"{viewer{role}}","variables":{"__proto__":null,"hasOwnProperty":1}}',
    '{"query":"{viewer{role}}","variables":"{}"}',
    '{"query":["{viewer{role}}"]}',
    '{"query":null}',
    '\ufeff{"query":"{viewer{role}}"}',
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  ),
);

const contentTypes = fc.oneof(
  { weight: 30, arbitrary: fc.constant('application/json') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'application/json; charset=utf-8',
      'application/json; charset=utf-16',
      'application/json; charset=ibm037',
      'application/json; charset=',
      'application/graphql',
      'application/graphql+json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
      'a/b/c;;;=',
    ),
  },
);

const printable = fc.stringMatching(/^[ -~]{0,40}$/).map((text) => text.trim());

const oddHeaders = fc.record(
  {
    accept: fc.constantFrom(
      '*/*',
      'application/json',
      'application/graphql-response+json',
      'text/html',
      'text/event-stream',
      'multipart/mixed',
      'x',
      '',
    ),
    'accept-language': fc.oneof(
      fc.constantFrom('nb', 'nn-NO,en;q=0', '*', 'x'.repeat(500)),
      printable,
    ),
    'accept-encoding': fc.constantFrom('br', 'gzip', 'identity;q=0', '*;q=0', 'x'),
    'content-encoding': fc.constantFrom('gzip', 'br', 'identity', 'x'),
    'x-request-id': printable,
    'x-forwarded-for': printable,
    'if-none-match': printable,
    origin: fc.constantFrom('null', 'https://evil.example', 'http://localhost:4000', 'x'),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none', 'x'),
    'x-http-method-override': fc.constantFrom('DELETE', 'GET'),
  },
  { requiredKeys: [] },
);
const someHeaders = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: oddHeaders },
);

/** One letter out, one in, a piece lost or twice there. */
const damaged = (text: string) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(text.length),
      fc.oneof(nasty, fc.constantFrom('{', '}', '"', '...', '@', '$', '(', '!')),
      fc.nat(3),
    )
    .map(([from, to, piece, how]) => {
      const [start, end] = from < to ? [from, to] : [to, from];
      if (how === 0) return text.slice(0, start);
      if (how === 1) return text.slice(0, start) + piece + text.slice(start);
      if (how === 2) return text.slice(0, start) + text.slice(end);
      return text.slice(0, end) + text.slice(start);
    });

/** Draws requests that somebody may send to a server of ours, most of them to the API. */
export function randomRequest({
  schema,
  holdings,
  wholeSchema,
  seed,
  known,
}: {
  /** What questions of any shape are drawn over. */
  schema: GraphQLSchema;
  holdings: Holdings;
  /** What is asked and changed one thing at a time. */
  wholeSchema: GraphQLSchema;
  seed: number;
  /** Numbers of documents. */
  known: readonly string[];
}): fc.Arbitrary<SentRequest> {
  const questions = fc
    .sample(randomQuestion(schema, holdings), { numRuns: 150, seed })
    .map(({ document, variables }) => ({
      query: document,
      variables,
      junk: junkVariables(schema, document),
    }));
  const all = [...questions, ...singleFieldsOf(wholeSchema)];
  const anyQuestion = fc.constantFrom(...all);

  const body = fc.oneof(
    {
      weight: 6,
      arbitrary: anyQuestion.chain(({ query, variables, junk }) =>
        junk.map((some) => JSON.stringify({ query, variables: { ...variables, ...some } })),
      ),
    },
    {
      weight: 4,
      arbitrary: anyQuestion.chain(({ query, variables }) =>
        damaged(query).map((text) => JSON.stringify({ query: text, variables })),
      ),
    },
    {
      weight: 2,
      arbitrary: anyQuestion.chain(({ query, variables }) =>
        damaged(JSON.stringify({ query, variables })),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .record(
          {
            query: fc.oneof(
              anyQuestion.map(({ query }) => query),
              anyText,
              fc.jsonValue(),
            ),
            variables: fc.oneof(fc.jsonValue(), fc.dictionary(anyText, fc.jsonValue())),
            operationName: fc.oneof(anyText, fc.jsonValue()),
            extensions: fc.oneof(fc.jsonValue(), fc.dictionary(anyText, fc.jsonValue())),
          },
          { requiredKeys: [] },
        )
        .map((some) => JSON.stringify(some)),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          variables: fc.jsonValue(),
          extensions: fc.record({
            persistedQuery: fc.oneof(
              fc.jsonValue(),
              fc.record({
                version: fc.oneof(fc.constant(1), fc.jsonValue()),
                sha256Hash: fc.oneof(fc.constantFrom(...known), anyText, fc.jsonValue()),
              }),
            ),
          }),
        })
        .map((some) => JSON.stringify(some)),
    },
    { weight: 2, arbitrary: anyJson },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );

  const toTheApi = fc
    .record({
      method: fc.oneof(
        { weight: 30, arbitrary: fc.constant('POST') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        },
      ),
      path: fc.oneof(
        { weight: 20, arbitrary: fc.constant('/graphql') },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '/graphql/',
            '/graphql/x',
            '/graphql?query={viewer{role}}',
            '/GRAPHQL',
            '/graphql?%00',
          ),
        },
      ),
      type: contentTypes,
      headers: someHeaders,
      body: body.map((text) => Buffer.from(text as string)),
    })
    .map(({ type, headers, ...rest }) => ({
      ...rest,
      body: rest.method === 'GET' || rest.method === 'HEAD' ? null : rest.body,
      headers: { ...headers, ...(type && { 'content-type': type }) },
    }));

  const elsewhere = fc
    .record({
      method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'PUT'),
      at: fc.constantFrom(
        '/',
        '/signin',
        '/signin/callback',
        '/signout',
        '/oidc/auth',
        '/oidc/token',
        '/oidc/interaction/x',
        '/oidc/.well-known/openid-configuration',
        '/health/ready',
        '/health/x',
        '/.well-known/security.txt',
        '/assets/',
        '/assets/%2e%2e/%2e%2e/package.json',
        '/trusted-documents.json',
        '/virksomhet/x',
        '/l',
        '/l/open',
        '/l/again',
        '/l/answer',
        '/l/answer/code',
        '/l/answer/unmask',
        '/l/signout',
        '/%c0%ae',
        '/%',
        '//evil.example/',
      ),
      query: fc.dictionary(
        fc.constantFrom(
          'returnTo',
          'lang',
          'code',
          'state',
          'iss',
          'client_id',
          'redirect_uri',
          'stepUp',
          '__proto__',
          'error',
        ),
        anyText,
        { maxKeys: 4 },
      ),
      headers: someHeaders,
      form: fc.dictionary(fc.constantFrom('token', 'code', '__proto__', 'user'), anyText, {
        maxKeys: 3,
      }),
    })
    .map(({ method, at, query, headers, form }) => {
      const text = (pairs: Record<string, string>) =>
        new URLSearchParams(Object.entries(pairs).map(([name, it]) => [name, it.toWellFormed()]));
      const search = Object.keys(query).length ? `?${text(query).toString()}` : '';
      if (method !== 'POST') return { method, path: at + search, headers, body: null };
      return {
        method,
        path: at + search,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(text(form).toString()),
      };
    });

  return fc.oneof({ weight: 9, arbitrary: toTheApi }, { weight: 1, arbitrary: elsewhere });
}

interface Sayable {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly junk: fc.Arbitrary<Record<string, unknown>>;
}

/** Each thing that can be asked or changed, in the plainest way. */
function singleFieldsOf(schema: GraphQLSchema): Sayable[] {
  const fieldsOf = (root: GraphQLObjectType | null | undefined) =>
    Object.values(root?.getFields() ?? {});
  return [
    ...fieldsOf(schema.getQueryType()).map((field) => ['query', field] as const),
    ...fieldsOf(schema.getMutationType()).map((field) => ['mutation', field] as const),
  ].map(([operation, field]) => {
    const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const call = field.args.length ? `${field.name}(${given})` : field.name;
    const leaf = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
    const query = `${operation}${declared && `(${declared})`} { ${call}${leaf} }`;
    return { query, variables: {}, junk: junkVariables(schema, query) };
  });
}

/** Variables of a document with nothing sensible in any of them. */
function junkVariables(
  schema: GraphQLSchema,
  document: string,
): fc.Arbitrary<Record<string, unknown>> {
  const variables = parse(document).definitions.flatMap((it) =>
    it.kind === 'OperationDefinition' ? (it.variableDefinitions ?? []) : [],
  );
  return fc.record(
    Object.fromEntries(
      variables.map(({ variable, type }) => [
        variable.name.value,
        junkFor(typeFromAST(schema, type as never) as never),
      ]),
    ),
    { requiredKeys: [] },
  );
}
