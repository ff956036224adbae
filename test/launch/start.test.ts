import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import { collectDocuments } from '#server/launch/collectDocuments.ts';
import { whyNot } from '#server/launch/openSamband.ts';
import { Running, runToEnd } from './Running.ts';

/** A register in production, so that nothing is loaded but the reference data. */
const key = Buffer.alloc(32, 7).toString('hex');
let folder: string;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samband start '));
  chmodSync(folder, 0o755);
  settings = {
    SAMBAND_DATA_DIR: join(folder, '.data'),
    SAMBAND_KEY: key,
    SAMBAND_DEMO: 'off',
    PORT: '0',
  };
  const { code, complaint } = await runToEnd(['samband', 'seed'], settings);
  expect({ code, complaint }).toMatchObject({ code: 0 });
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const databaseRuns = () => existsSync(join(folder, '.data/postgres/postmaster.pid'));

const inWords = { query: '{ viewer { role } }' };
/** As the client that is built with the server asks who is signed in. */
const sha256Hash = collectDocuments('client').get('Viewer')?.id;
const byNumber = { extensions: { persistedQuery: { version: 1, sha256Hash } } };

const ask = (origin: string, body: object = byNumber, headers: Record<string, string> = {}) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('a start', () => {
  test('answers, lets the command line in, and stops with its database', async () => {
    const running = Running.start(['start'], settings);
    const origin = await running.origin();
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);

    const token = await runToEnd(['samband', 'token', '--role', 'coordinator'], settings);
    expect(token.code).toBe(0);
    const answer = await ask(origin, inWords, { authorization: `Bearer ${token.output.trim()}` });
    expect(await answer.json()).toEqual({ data: { viewer: { role: 'COORDINATOR' } } });

    expect(databaseRuns()).toBe(true);
    expect(await running.kill('SIGINT').end()).toMatchObject({ code: 0 });
    expect(databaseRuns()).toBe(false);
  });

  test('shares its database with a second one, which stops it', async () => {
    const [first, second] = [
      Running.start(['start'], settings),
      Running.start(['start'], settings),
    ];
    const [, origin] = await Promise.all([first.origin(), second.origin()]);

    expect(await first.kill('SIGTERM').end()).toMatchObject({ code: 0 });
    expect((await ask(origin)).status).toBe(200);
    expect(await second.kill('SIGTERM').end()).toMatchObject({ code: 0 });
    expect(databaseRuns()).toBe(false);
  });

  test('answers what it was asked before it was told to stop', async () => {
    const running = Running.start(['start'], settings);
    const { port } = new URL(await running.origin());
    const body = JSON.stringify(byNumber);
    const socket = connect(Number(port), '127.0.0.1');
    socket.setEncoding('utf8');
    let received = '';
    socket.on('data', (text) => (received += String(text)));
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    await vi.waitFor(() => expect(received).toContain('100 Continue'));

    running.kill('SIGINT');
    await vi.waitFor(
      () => expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed'),
      {
        timeout: 10_000,
      },
    );
    socket.write(body);

    await once(socket, 'close');
    expect(received).toContain('{"data":{"viewer":null}}');
    expect(await running.end()).toMatchObject({ code: 0 });
  });

  test('that was killed leaves nothing in the way of the next', async () => {
    const killed = Running.start(['start'], settings);
    const origin = await killed.origin();
    killed.kill('SIGKILL');
    // The server sees that its launcher is gone.
    await vi.waitFor(() => expect(fetch(origin)).rejects.toThrow('fetch failed'), {
      timeout: 20_000,
    });

    const next = Running.start(['start'], settings);
    expect((await ask(await next.origin())).status).toBe(200);
    await next.kill('SIGINT').end();
  });
});

describe('a database that somebody else runs', () => {
  test('is migrated by one role and served by another, which may not alter tables', async () => {
    const database = await openEmbeddedDatabase({
      dataDir: join(folder, 'given'),
      settings: { fsync: 'off' },
    });
    const owner = new pg.Client(database.url);
    await owner.connect();
    try {
      await owner.query(`create role office login password 'invented'`);
      const office = new URL(database.url);
      office.username = 'office';
      office.password = 'invented';
      const given = { ...settings, DATABASE_URL: office.href, DATABASE_MIGRATE_URL: database.url };

      const early = await runToEnd(['start'], given);
      expect(early.complaint).toMatch(/run "npm run samband -- migrate"/);

      const migrated = await runToEnd(['samband', 'migrate'], given);
      expect(migrated).toMatchObject({ code: 0 });
      expect(migrated.output).toMatch(/The tables are up to date now\.\n$/);

      const running = Running.start(['start'], given);
      expect((await ask(await running.origin())).status).toBe(200);
      expect(await running.kill('SIGINT').end()).toMatchObject({ code: 0 });
      const served = new pg.Client(office.href);
      await served.connect();
      await expect(served.query('drop table organisation')).rejects.toMatchObject({
        code: '42501',
      });
      await served.end();
    } finally {
      await owner.end();
      await database.release();
    }
  });
});

describe('what keeps it from starting is a sentence', () => {
  test('an option that it does not have', async () => {
    const { code, complaint } = await runToEnd(['start', '--port', '5000']);
    expect({ code, complaint }).toEqual({
      code: 2,
      complaint: '"--port" is not known to "start", which takes no options: see --help.\n',
    });
  });

  test('settings, all at once', async () => {
    const { code, complaint } = await runToEnd(['start'], { PORT: 'x', SAMBAND_DEMO: 'y' });
    expect(code).toBe(1);
    expect(complaint.trim().split('\n')).toEqual([
      'PORT must be a number from 0 to 65535, and is "x".',
      'SAMBAND_DEMO must be auto, on or off, and is "y".',
    ]);
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, complaint } = await runToEnd(['start'], { ...settings, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(complaint).toBe(
      `Port ${port} is taken by another program: stop that, or choose another port, such as PORT=${port + 1}.\n`,
    );
    expect(databaseRuns()).toBe(false);
  });

  test.each([
    ['postgres://samband:secret@127.0.0.1:1/samband', /^No database answers at 127\.0\.0\.1:1: /],
    [
      'postgres://samband:secret@nowhere.invalid/samband',
      /^There is no machine called nowhere\.invalid: /,
    ],
    ['mysql://samband:secret@127.0.0.1/samband', /^DATABASE_URL must be an address such as /],
  ])('DATABASE_URL %s', async (DATABASE_URL, sentence) => {
    const { code, complaint } = await runToEnd(['start'], { ...settings, DATABASE_URL });
    expect(code).toBe(1);
    expect(complaint).toMatch(sentence);
    expect(complaint.trim()).not.toContain('\n');
    expect(complaint).not.toContain('secret');
  });

  test('a database that lets nobody in, and one that is not there', async () => {
    const database = await openEmbeddedDatabase({
      dataDir: join(folder, 'other'),
      settings: { fsync: 'off' },
    });
    try {
      const stranger = database.url.replace(/:[^:@]+@/, ':guess@');
      const elsewhere = database.url.replace(/\/samband$/, '/nothing');
      for (const [DATABASE_URL, sentence] of [
        [stranger, /does not let postgres in/],
        [elsewhere, /has no nothing: make it with "create database"/],
      ] as const) {
        const { code, complaint } = await runToEnd(['start'], { ...settings, DATABASE_URL });
        expect(code).toBe(1);
        expect(complaint).toMatch(sentence);
      }
    } finally {
      await database.release();
    }
  });

  test('a database that gives no rights, is too old, or lacks an extension', async () => {
    const database = await openEmbeddedDatabase({
      dataDir: join(folder, 'other'),
      settings: { fsync: 'off' },
    });
    const owner = new pg.Client(database.url);
    await owner.connect();
    const startedBy = (user: string) =>
      runToEnd(['start'], {
        ...settings,
        DATABASE_URL: Object.assign(new URL(database.url), {
          username: user,
          password: 'invented',
        }).href,
      });
    try {
      await owner.query(`create role guest login password 'invented'`);
      expect(await startedBy('guest')).toMatchObject({
        code: 1,
        complaint: expect.stringMatching(
          /^guest may not make tables .*give a role that may, in DATABASE_MIGRATE_URL\.\n$/,
        ),
      });

      await owner.query(`create role aged login password 'invented'`);
      await owner.query('grant all on schema public to aged');
      // What it says of itself, as a PostgreSQL of 2024 would.
      await owner.query(`create function public.current_setting(text) returns text
        language sql as $$ select '140012' $$`);
      await owner.query('alter role aged set search_path = public, pg_catalog');
      expect(await startedBy('aged')).toMatchObject({
        code: 1,
        complaint: 'The database is older than PostgreSQL 15. Use PostgreSQL 15 or newer.\n',
      });

      const lack = await owner.query('create extension not_installed').catch((it: unknown) => it);
      expect(whyNot(lack, database.url, 'DATABASE_URL')).toMatchObject({
        message: expect.stringMatching(/extension "not_installed" is not available.*install /),
      });
    } finally {
      await owner.end();
      await database.release();
    }
  });

  test('a damaged key', async () => {
    writeFileSync(join(folder, '.data/key'), 'not a key');
    const { SAMBAND_KEY: _, ...withoutKey } = settings;
    const { code, complaint } = await runToEnd(['start'], { ...withoutKey, SAMBAND_DEMO: 'on' });
    rmSync(join(folder, '.data/key'));
    expect(code).toBe(1);
    expect(complaint).toMatch(/^The key in .* is damaged: bring it back/);
  });

  test('a database from a newer version', async () => {
    const dataDir = join(folder, '.data');
    const database = await openEmbeddedDatabase({ dataDir });
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(
      `insert into samband_migration (name) values ('Migration29990101000000_later')`,
    );
    const { code, complaint } = await runToEnd(['start'], settings);
    await client.query(
      `delete from samband_migration where name = 'Migration29990101000000_later'`,
    );
    await client.end();
    await database.release();
    expect(code).toBe(1);
    expect(complaint).toMatch(
      /^The database was made by a newer version of Samband .*Migration29990101000000_later/,
    );
  });
});

describe('the command line', () => {
  test.each([
    [['samband', 'frobnicate'], 2, /^Unknown command 'frobnicate': see --help\.$/],
    [['samband', 'migrate', '--now'], 2, /^Unknown option '--now': see --help\.$/],
    [
      ['samband', 'token', '--role', 'king'],
      2,
      /^Option '--role <role>' argument 'king' is invalid\. Allowed choices are /,
    ],
    [['samband', 'token'], 2, /^Required option '--role <role>' not specified: see --help\.$/],
    [['frobnicate'], 2, /^There is no "frobnicate": choose one of /],
  ])('%j is told of', async (args, expected, sentence) => {
    const { code, complaint } = await runToEnd(args, settings);
    expect(code).toBe(expected);
    expect(complaint.trim()).toMatch(sentence);
  });

  test.each([
    ['start'],
    ['test'],
    ['check'],
    ['bench'],
    ['samband'],
    ['samband migrate'],
    ['samband token'],
    ['samband seed'],
    ['samband doctor'],
  ])('%s tells what it is for', async (command) => {
    const { code, output } = await runToEnd([...command.split(' '), '--help']);
    expect(code).toBe(0);
    expect(output).toMatch(/npm (run )?\w+/);
  });

  test('the doctor says what to see to', async () => {
    const { code, output } = await runToEnd(['samband', 'doctor'], { ...settings, PORT: '4999' });
    expect(output).toMatch(/✓ The embedded database answers: PostgreSQL 18/);
    expect(output).toMatch(/✓ The tables are up to date/);
    expect(output).toMatch(/✗ Nobody can sign in: set OIDC_ISSUER/);
    expect(code).toBe(1);
  });
});
