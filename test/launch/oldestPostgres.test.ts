import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import { Visitor } from '#test/access/Visitor.ts';
import { createDatabase, forgetDatabases, testSecret } from '#test/support/database.ts';
import { heedless } from '#test/support/heedless.ts';
import { openOldestDatabase } from '#test/support/openOldestDatabase.ts';
import { askedFreely } from './askedFreely.ts';
import { Running } from './Running.ts';

interface Page {
  readonly nodes?: readonly { readonly id: string; readonly version: number }[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string };
}

type Asking = (
  query: string,
  variables?: object,
) => Promise<{
  data: Record<string, Page | null> | null;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}>;

let oldest: EmbeddedDatabase;

beforeAll(async () => {
  oldest = await openOldestDatabase();
  await forgetDatabases(oldest.url);
  return async () => {
    await forgetDatabases(oldest.url);
    await rowsIn(oldest.url, `drop role if exists "samband_${process.pid}_oldest"`);
    await oldest.release();
  };
});

async function rowsIn<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** What PostgreSQL has by name: functions, views and types. */
async function namesIn(url: string): Promise<Set<string>> {
  const rows = await rowsIn<{ name: string }>(
    url,
    `select proname as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace
     union select relname from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'v'
     union select typname from pg_type where typnamespace = 'pg_catalog'::regnamespace`,
  );
  return new Set(rows.map(({ name }) => name));
}

test('no source names a function or a view that the oldest PostgreSQL lacks', async () => {
  const newest = await openEmbeddedDatabase({ dataDir: '.data/test', settings: heedless });
  const [old, young] = [await namesIn(oldest.url), await namesIn(newest.url)];
  await newest.release();
  const younger = [...young].filter((name) => !old.has(name));
  expect(younger).toEqual(expect.arrayContaining(['uuidv7', 'pg_stat_io']));

  const named = new RegExp(`\\b(?:${younger.join('|')})\\b`, 'g');
  const found = globSync('{schema,server,seeds}/**/*.ts').flatMap((path) =>
    [...new Set(readFileSync(path, 'utf8').match(named))].map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

/** Somebody who has signed in on the demo's page, and asks. */
async function signedIn(running: Running, user: string): Promise<Asking> {
  const origin = await running.origin();
  const visitor = new Visitor(origin);
  const { at } = await visitor.visit('/signin');
  await visitor.send(at, { user });
  return async (query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json', origin };
    return (await visitor.request('/graphql', { method: 'POST', headers, body })).json() as never;
  };
}

/** Gives a database to somebody who owns it and may make roles, and is no superuser: so it is with those who rent one. */
async function ownedBy(user: string, url: string): Promise<string> {
  await rowsIn(url, `drop role if exists "${user}"`);
  await rowsIn(url, `create role "${user}" login createrole password 'invented'`);
  await rowsIn(url, `alter database "${user}" owner to "${user}"`);
  return Object.assign(new URL(url), { username: user, password: 'invented' }).href;
}

describe('on the oldest PostgreSQL', () => {
  /** Of the database, and of its owner. */
  const name = `samband_${process.pid}_oldest`;
  let url: string;
  let folder: string;
  let byDatabase: Running;
  let byMemory: Running;

  beforeAll(async () => {
    url = await createDatabase(oldest.url, name);
    folder = mkdtempSync(join(tmpdir(), 'samband-oldest-'));
    const settings = {
      DATABASE_URL: await ownedBy(name, url),
      SAMBAND_KEY: Buffer.from(testSecret).toString('hex'),
      SAMBAND_DATA_DIR: folder,
      SAMBAND_DEMO: 'on',
      PORT: '0',
    };
    byDatabase = Running.start(['start'], { ...settings, SAMBAND_SEARCH_INDEX: 'off' });
    await byDatabase.origin();
    byMemory = Running.start(['start'], { ...settings, SAMBAND_SEARCH_INDEX: 'on' });
    await byMemory.says(/The directory is in memory/);
  });

  afterAll(() => {
    // Those that no test has stopped.
    for (const it of [byDatabase, byMemory]) it?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  test('an empty register has been made, and filled', async () => {
    expect(
      await rowsIn(url, `select current_setting('server_version_num')::integer / 10000 as major`),
    ).toEqual([{ major: 15 }]);
    expect(await rowsIn(url, 'select from person limit 1')).toHaveLength(1);
  });

  test('a misspelt word is forgiven by the database as by memory', async () => {
    const query = `{ search(text: "bymisjn", first: 5) {
      totalCount
      understood { __typename }
      nodes { ... on OrganisationHit { organisation { name } } }
      facets { kinds { count } }
    } }`;
    const [one, other] = await Promise.all(
      [byDatabase, byMemory].map(async (it) => (await signedIn(it, 'programme_lead'))(query)),
    );
    expect(JSON.stringify(one)).toMatch(/bymisjon/i);
    expect(one).toEqual(other);
  });

  test('what is corrected is found at once, and stands in the change log', async () => {
    const ask = await signedIn(byMemory, 'programme_lead');
    const first = await ask('{ organisations(first: 1) { nodes { id version } } }');
    const { id, version } = first.data!['organisations']!.nodes![0]!;
    const corrected = await ask(
      'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { name } }',
      { input: { id, expectedVersion: version, name: 'Kvitveisforeningen' } },
    );
    expect(corrected).toEqual({ data: { correctOrganisation: { name: 'Kvitveisforeningen' } } });
    const found = await ask(
      '{ search(text: "kvitveisforeningen") { nodes { ... on OrganisationHit { organisation { name } } } } }',
    );
    expect(found.data!['search']!.nodes).toContainEqual({
      organisation: { name: 'Kvitveisforeningen' },
    });
    expect(await rowsIn(url, `select verb, version from change where record_id = '${id}'`)).toEqual(
      [{ verb: 'correctOrganisation', version: version + 1 }],
    );
  });

  test('whatever may be asked for by itself is answered, and each list goes on after its first page', async () => {
    const asking = await Promise.all(
      ['programme_lead', 'privacy_officer', 'administrator'].map((it) => signedIn(byDatabase, it)),
    );
    const faults: unknown[] = [];
    const goneOn: string[] = [];
    for (const { name, isList, below } of askedFreely()) {
      const asked = (args: string) => `{ ${name}${args} ${below} }`;
      const answers = await Promise.all(
        asking.map((ask) => ask(asked(isList ? '(first: 1)' : ''))),
      );
      const at = answers.findIndex(({ errors }) => !errors);
      const next = answers[at]?.data?.[name]?.pageInfo;
      if (next?.hasNextPage) {
        answers.push(await asking[at]!(asked(`(first: 1, after: "${next.endCursor}")`)));
        goneOn.push(name);
      }
      const wrong = answers
        .flatMap(({ errors = [] }) => errors)
        .filter(({ extensions }) => at < 0 || extensions['code'] !== 'FORBIDDEN');
      if (wrong.length) faults.push({ name, wrong });
    }
    expect(faults).toEqual([]);
    expect(goneOn).toEqual(['organisations', 'people', 'search', 'staffUsers', 'workItems']);
  });

  test('both stop when they are told to', async () => {
    for (const it of [byDatabase, byMemory]) {
      expect(await it.kill('SIGINT').end()).toMatchObject({ code: 0 });
    }
  });
});
