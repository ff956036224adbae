import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';

import {
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  openEmbeddedDatabase,
} from '#server/launch/embeddedDatabase.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { postmasterOf } from '#server/launch/postmaster.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const isRoot = process.getuid?.() === 0;
const ordinary = { uid: 65534, gid: 65534 };

let made: string;

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'samband made '));
  chmodSync(made, 0o755);
  await (await openEmbeddedDatabase({ dataDir: made, settings: { fsync: 'off' } })).release();
});

afterAll(() => rmSync(made, { recursive: true }));

/** A folder in which a database has been made already; copying one is much faster than making one. */
function folderWithDatabase(): string {
  const folder = temporaryFolder();
  execFileSync('cp', ['-a', `${made}/.`, folder]);
  return folder;
}

async function open(
  dataDir: string,
  more: Partial<EmbeddedDatabaseOptions> = {},
): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase({ dataDir, settings: { fsync: 'off' }, ...more });
  onTestFinished(() => database.release());
  return database;
}

async function ask<Row extends pg.QueryResultRow>({ url }: { url: string }, sql: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The same in a process of its own, as another user if so wished. */
async function openElsewhere(dataDir: string, user: { uid?: number; gid?: number } = {}) {
  const script = join(process.cwd(), 'test/launch/opener.ts');
  const child = spawn(process.execPath, ['--conditions=source', script, dataDir], {
    ...user,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += text));
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'close').then(() => [`no database: ${complaint}`]),
  ])) as [string];
  return { url: line, child };
}

async function letGo({ child }: { child: ChildProcess }) {
  const closed = once(child, 'close');
  child.stdin?.end();
  expect(await closed).toEqual([0, null]);
}

const gone = (pid: number) =>
  vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 20_000 });

const pidOf = (dataDir: string) => postmasterOf(join(dataDir, 'postgres'))?.pid ?? 0;

const problemOf = (dataDir: string) =>
  openEmbeddedDatabase({ dataDir }).then(
    () => expect.unreachable(),
    (error: unknown) => {
      expect(error).toBeInstanceOf(LaunchProblem);
      return (error as LaunchProblem).message;
    },
  );

test('a database is made, kept, and stopped when it is let go', async () => {
  const folder = temporaryFolder();
  const first = await open(folder);
  await ask(first, `create table thing (name text); insert into thing values ('Østensjø')`);
  const pid = pidOf(folder);
  await first.release();
  await gone(pid);

  const second = await open(folder);

  expect(await ask(second, 'select name from thing')).toEqual([{ name: 'Østensjø' }]);
  expect(
    await ask(
      second,
      `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
         current_setting('password_encryption') as passwords, lower('ÆØÅ') as lower`,
    ),
  ).toEqual([{ checksums: 'on', encoding: 'UTF8', passwords: 'scram-sha-256', lower: 'æøå' }]);
  expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600);
});

test('nobody gets in without the password', async () => {
  const folder = folderWithDatabase();
  const { url } = await open(folder);
  const wrong = url.replace(/:[^:@]+@/, ':guess@');

  await expect(ask({ url: wrong }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('a second opener attaches, and the last one out stops the database', async () => {
  const folder = folderWithDatabase();
  const [first, second] = await Promise.all([open(folder), openElsewhere(folder)]);
  const pid = pidOf(folder);
  expect(second.url).toBe(first.url);

  await first.release();
  expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);

  await letGo(second);
  await gone(pid);
});

test('many come and go at once and always find the database', async () => {
  const folder = folderWithDatabase();
  const visit = async () => {
    const database = await open(folder);
    expect(await ask(database, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.release();
  };

  await Promise.all(Array.from({ length: 8 }, visit));

  expect(pidOf(folder)).toBe(0);
});

test('two data folders have a database each', async () => {
  const [one, other] = await Promise.all([open(folderWithDatabase()), open(folderWithDatabase())]);
  await ask(one, 'create table only_here ()');

  expect(one.url).not.toBe(other.url);
  await expect(ask(other, 'select from only_here')).rejects.toMatchObject({ code: '42P01' });
});

test('a database whose opener was killed is taken over, and stopped', async () => {
  const folder = folderWithDatabase();
  const killed = await openElsewhere(folder);
  const pid = pidOf(folder);
  killed.child.kill('SIGKILL');
  await once(killed.child, 'close');

  const next = await open(folder);
  expect(next.url).toBe(killed.url);
  expect(pidOf(folder)).toBe(pid);

  await next.release();
  await gone(pid);
});

test('a database that was killed comes back, under those who have it open too', async () => {
  const folder = folderWithDatabase();
  const database = await open(folder);
  await ask(database, 'create table kept (name text)');
  // Written a moment after its table, by a transaction of its own: what is in the journal, and an index that was never in it.
  await ask(database, `insert into kept values ('here')`);
  await ask(database, 'create index kept_by_name on kept (name)');
  const byIndex = { url: `${database.url}?options=-c%20enable_seqscan%3Doff` };
  process.kill(pidOf(folder), 'SIGKILL');

  await expect
    .poll(() => ask(byIndex, `select name from kept where name = 'here'`).catch(() => []), {
      timeout: 30_000,
    })
    .toEqual([{ name: 'here' }]);
});

test('opener and database killed together leave nothing in the way', async () => {
  const folder = folderWithDatabase();
  const killed = await openElsewhere(folder);
  await ask(killed, `create table kept (name text); insert into kept values ('here')`);
  killed.child.kill('SIGKILL');
  process.kill(pidOf(folder), 'SIGKILL');

  const next = await open(folder);

  expect(await ask(next, 'select name from kept')).toEqual([{ name: 'here' }]);
});

test('Ctrl-C in the terminal does not reach the database', async () => {
  const folder = folderWithDatabase();
  await open(folder);

  const pid = String(pidOf(folder));
  expect(execFileSync('ps', ['-o', 'pgid=', '-p', pid], { encoding: 'utf8' }).trim()).toBe(pid);
});

test('a lost password is replaced', async () => {
  const folder = folderWithDatabase();
  await (await open(folder)).release();
  rmSync(join(folder, 'postgres.password'));

  const again = await open(folder);

  expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a copy of a running folder does not attach to the original', async () => {
  const folder = folderWithDatabase();
  const original = await open(folder);
  await ask(original, 'checkpoint');
  const copy = join(temporaryFolder(), 'copy');
  cpSync(folder, copy, { recursive: true });
  const { uid, gid } = statSync(join(folder, 'postgres'));
  execFileSync('chown', ['-R', `${uid}:${gid}`, join(copy, 'postgres')]);

  const copied = await open(copy);

  expect(copied.url).not.toBe(original.url);
});

test('half-made databases and locks of the dead are cleared away', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'postgres.new-1234567'));
  writeFileSync(join(folder, 'postgres.lock'), '4194304 somebody');

  await open(folder);

  expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual([]);
});

test('a damaged database is told of, and left as it is', async () => {
  const folder = folderWithDatabase();
  await (await open(folder)).release();
  truncateSync(join(folder, 'postgres/global/pg_control'), 0);

  expect(await problemOf(folder)).toMatch(/is damaged: restore it from a backup/);
  expect(existsSync(join(folder, 'postgres/base'))).toBe(true);
});

test('a folder with something else in it is left as it is', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'postgres'));
  writeFileSync(join(folder, 'postgres/letter.txt'), 'Kjære deg');

  expect(await problemOf(folder)).toMatch(/is damaged/);
  expect(readFileSync(join(folder, 'postgres/letter.txt'), 'utf8')).toBe('Kjære deg');
});

test('a database of another version is told of', async () => {
  const folder = folderWithDatabase();
  await (await open(folder)).release();
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '19\n');

  expect(await problemOf(folder)).toMatch(/made by PostgreSQL 19 and this Samband brings 18/);
});

test('a data folder that cannot be made is told of', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');

  expect(await problemOf(join(folder, 'file', '.data'))).toMatch(/set SAMBAND_DATA_DIR/);
});

describe.runIf(isRoot)('started by root', () => {
  test('an ordinary user has a database too', async () => {
    const folder = temporaryFolder();
    chownSync(folder, ordinary.uid, ordinary.gid);

    const database = await openElsewhere(join(folder, '.data'), ordinary);
    expect(await ask(database, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(folder, '.data/postgres')).uid).toBe(ordinary.uid);

    await letGo(database);
  });

  test('root attaches to what an ordinary user runs', async () => {
    const folder = temporaryFolder();
    chownSync(folder, ordinary.uid, ordinary.gid);
    const theirs = await openElsewhere(join(folder, '.data'), ordinary);

    const ours = await open(join(folder, '.data'));

    expect(ours.url).toBe(theirs.url);
    await ours.release();
    await letGo(theirs);
  });

  test('a data folder that one may not write in is told of', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.data'));

    const { url } = await openElsewhere(join(folder, '.data'), ordinary);

    expect(url).toMatch(/LaunchProblem: You may not write in the data folder/);
  });

  test('root may keep its data where PostgreSQL cannot enter', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o700);
    const data = join(folder, '.data');
    const database = await open(data);
    await ask(database, 'create table kept ()');
    await database.release();

    const again = await open(data);

    expect(await ask(again, 'select from kept')).toEqual([]);
    await again.release();
    rmSync(dirname(realpathSync(join(data, 'postgres'))), { recursive: true });
  });
});
