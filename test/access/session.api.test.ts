import { createHash } from 'node:crypto';
import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { test } from '#test/support/world.ts';
import { hasStaff, nameOf, own, Reception } from './Reception.ts';
import type { Visitor } from './Visitor.ts';

/** The name and value of the session's cookie. */
const sessionCookie = ({ cookies }: Visitor): readonly [name: string, value: string] =>
  [...cookies].find(([name]) => /^samband-\d+$|^__Host-samband$/.test(name)) ?? ['', ''];

/** Another browser with the same cookies: somebody copied them. */
function copyOf(visitor: Visitor, reception: Reception): Visitor {
  const copy = reception.visitor();
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

test('the cookie holds a secret, the table its hash', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const [name, value] = sessionCookie(await reception.signedIn('kari'));

  expect(name).toBe(`samband-${reception.settings.publicUrl.port}`);
  expect(Buffer.from(value, 'base64url')).toHaveLength(32);
  const { rows } = await pool.query<{ hash: string }>('select hash from session');
  expect(rows).toEqual([{ hash: createHash('sha256').update(value).digest('hex') }]);
});

test('no script reads the cookie, and no other site makes use of it', async ({
  world: { pool },
}) => {
  const publicUrl = new URL('https://samband.example');
  await hasStaff(pool, { subject: 'kari' });
  const attributesAt = async (more: object) => {
    await using reception = await Reception.open(pool, more);
    const visitor = reception.visitor();
    const { at } = await visitor.visit('/signin');
    await visitor.send(at, { user: own('kari') });
    const [name] = sessionCookie(visitor);
    return visitor.lines
      .find((line) => line.startsWith(`${name}=`))!
      .split('; ')
      .slice(1)
      .sort();
  };

  expect(await attributesAt({})).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  expect(await attributesAt({ publicUrl })).toEqual([
    'HttpOnly',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
});

test('signing in always begins a new session, and ends the one before it', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');
  const former = copyOf(kari, reception);

  const { at } = await kari.visit('/signin');
  await kari.send(at, { user: own('kari') });

  expect(sessionCookie(kari)[1]).not.toBe(sessionCookie(former)[1]);
  expect(await nameOf(kari)).toBe('kari');
  expect(await nameOf(former)).toBeNull();
});

test('a cookie that somebody planted before sign-in is worth nothing after it', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const planted = reception.visitor();
  planted.cookies.set(`samband-${reception.settings.publicUrl.port}`, 'x'.repeat(43));
  const victim = copyOf(planted, reception);

  const { at } = await victim.visit('/signin');
  await victim.send(at, { user: own('kari') });

  expect(await nameOf(victim)).toBe('kari');
  expect(await nameOf(planted)).toBeNull();
});

test('signing out ends the session everywhere, and clears the browser', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');
  const copy = copyOf(kari, reception);
  const elsewhere = await reception.signedIn('kari');
  const headers = { 'sec-fetch-site': 'same-origin' };

  const answer = await kari.request('/signout', { method: 'POST', headers });

  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('clear-site-data')).toBe('"cache"');
  expect(sessionCookie(kari)).toEqual(['', '']);
  expect(await nameOf(copy)).toBeNull();
  expect(await nameOf(elsewhere)).toBe('kari');
});

test('who is not signed in may sign out all the same', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);

  expect((await reception.visitor().request('/signout', { method: 'POST' })).status).toBe(303);
});

test('who gets another role, or is disabled, is signed out everywhere at once, whichever way it was done', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  const id = await hasStaff(pool, { subject: 'kari', role: Role.EDITOR });
  const arrive = async () => [await reception.signedIn('kari'), await reception.signedIn('kari')];
  const names = (visitors: readonly Visitor[]) => Promise.all(visitors.map(nameOf));

  const asEditor = await arrive();
  expect(await names(asEditor)).toEqual(['kari', 'kari']);
  await pool.query('update staff_user set role = $2 where id = $1', [id, Role.READER]);
  expect(await names(asEditor)).toEqual([null, null]);
  await pool.query('update staff_user set role = $2 where id = $1', [id, Role.EDITOR]);
  expect(await names(asEditor)).toEqual([null, null]);

  const again = await arrive();
  await pool.query('update staff_user set disabled_at = $2 where id = $1', [
    id,
    reception.clock.now,
  ]);
  expect(await names(again)).toEqual([null, null]);
  await pool.query('update staff_user set disabled_at = null where id = $1', [id]);
  expect(await names(again)).toEqual([null, null]);
});

test('who is called something else stays signed in', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  const id = await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');

  await pool.query(
    "update staff_user set name = 'Kari Ny', email = 'k@example.org' where id = $1",
    [id],
  );

  expect(await nameOf(kari)).toBe('Kari Ny');
});

test('half an hour of nothing ends a session', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');

  reception.clock.pass(29);
  expect(await nameOf(kari)).toBe('kari');
  reception.clock.pass(29);
  expect(await nameOf(kari)).toBe('kari');
  reception.clock.pass(30);
  expect(await nameOf(kari)).toBeNull();
});

test('eight hours end it, however busy', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');

  for (let minutes = 20; minutes < 8 * 60; minutes += 20) {
    reception.clock.pass(20);
    expect(await nameOf(kari)).toBe('kari');
  }
  reception.clock.pass(20);
  expect(await nameOf(kari)).toBeNull();
});

test('a request costs one statement, and once a minute one more', async ({ world: { pool } }) => {
  const statements: string[] = [];
  const counted = {
    query: (...args: Parameters<typeof pool.query>) => {
      const [asked] = args as unknown as [string | { text: string }];
      statements.push((typeof asked === 'string' ? asked : asked.text).split(' ')[0]!);
      return pool.query(...args);
    },
  } as typeof pool;
  await using reception = await Reception.open(counted);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');
  const costOf = async (visitor: Visitor) => {
    statements.length = 0;
    await nameOf(visitor);
    return statements.join(' ');
  };

  expect(await costOf(kari)).toBe('select');
  reception.clock.pass(1);
  expect(await costOf(kari)).toBe('select update');
  expect(await costOf(kari)).toBe('select');
  expect(await costOf(reception.visitor())).toBe('');
});

test('sessions that have been over for a month are forgotten', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  await reception.signedIn('kari');
  reception.clock.pass(31 * 24 * 60);
  const latest = await reception.signedIn('kari');

  const { rows } = await pool.query<{ hash: string }>('select hash from session');
  expect(rows).toHaveLength(1);
  expect(await nameOf(latest)).toBe('kari');
});

test('the application disables people, and deletes nobody', async ({ world: { pool } }) => {
  await hasStaff(pool, { subject: 'kari' });

  await expect(pool.query('delete from staff_user')).rejects.toThrow('permission denied');
});
