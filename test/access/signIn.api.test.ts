import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import { AttemptSeal, type SignInAttempt } from '#server/access/SignInAttempt.ts';
import { openPool } from '#server/orm.ts';
import { test } from '#test/support/world.ts';
import { Issuer } from './Issuer.ts';
import { hasStaff, nameOf, own, Reception } from './Reception.ts';
import type { Visitor } from './Visitor.ts';

/** Chooses on the demo page, and stops with the provider's answer in hand: the address of our callback. */
async function answered(visitor: Visitor, subject: string): Promise<string> {
  const { at } = await visitor.visit('/signin');
  const body = new URLSearchParams({ user: own(subject) });
  const headers = { origin: visitor.origin, 'sec-fetch-site': 'same-origin' };
  let next = await visitor.request(at, { method: 'POST', headers, body });
  while (!next.headers.get('location')!.includes('/signin/callback')) {
    next = await visitor.request(next.headers.get('location')!);
  }
  return next.headers.get('location')!;
}

/** Changes what the visitor's browser remembers of the attempt. */
function tamper({ settings }: Reception, visitor: Visitor, change: Partial<SignInAttempt>): void {
  const seal = new AttemptSeal(settings.key, settings.clock);
  const name = [...visitor.cookies.keys()].find((key) => key.endsWith('-attempt'))!;
  const attempt = seal.open(visitor.cookies.get(name)!)!;
  visitor.cookies.set(name, seal.seal({ ...attempt, ...change }));
}

test('who is chosen on the demo page is signed in, and lands where they were going', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari', name: 'Kari Koordinator', role: Role.COORDINATOR });
  const visitor = reception.visitor();

  const choice = await visitor.visit('/signin?returnTo=/search?text=somali%20grorud');
  expect(choice.at).toMatch(/^\/oidc\/choose\//);
  const landed = await visitor.send(choice.at, { user: own('kari') });

  expect(landed.at).toBe('/search?text=somali%20grorud');
  expect(await landed.json()).toEqual({
    id: expect.any(String),
    name: 'Kari Koordinator',
    role: 'coordinator',
    permissions: [...permissionsOf(Role.COORDINATOR)].sort(),
    scope: null,
    breakGlass: null,
    via: 'session',
    sessionId: expect.any(String),
    steppedUpAt: null,
  });
});

test('the demo page names everyone there is to be, with what they may do, in the language of the browser', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari', name: 'Kari <Prøve>', role: Role.COORDINATOR });
  const gone = await hasStaff(pool, { subject: 'gone', name: 'Sperret Prøve' });
  await pool.query('update staff_user set disabled_at = $2 where id = $1', [gone, new Date()]);
  await hasStaff(pool, { subject: 'real', issuer: 'https://work.example', name: 'Ekte Prøve' });
  const page = async (language: string, path = '/signin') => {
    const answer = await reception.visitor().visit(path, { 'accept-language': language });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return answer.text();
  };

  const bokmål = await page('nb-NO,nb;q=0.9');
  expect(bokmål).toContain('<html lang="nb">');
  expect(bokmål).toContain('<strong>Kari &#60;Prøve&#62;</strong> <em>Koordinator</em>');
  expect(bokmål).not.toContain('Sperret Prøve');
  expect(bokmål).not.toContain('Ekte Prøve');
  expect(await page('nn')).toContain('Kven vil du vere?');
  expect(await page('fr, en;q=0.5')).toContain('Who would you like to be?');
  expect(await page('no')).toContain('Hvem vil du være?');
  expect(await page('so')).toContain('Hvem vil du være?');
  expect(await page('en', '/signin?lang=nn')).toContain('Kven vil du vere?');
});

test('who signs in again is asked again whom to be', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  await hasStaff(pool, { subject: 'ola' });
  const visitor = await reception.signedIn('kari');

  const { at } = await visitor.visit('/signin');
  await visitor.send(at, { user: own('ola') });

  expect(await nameOf(visitor)).toBe('ola');
});

test('a demo without invented users says how to get them', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);

  const answer = await reception.visitor().visit('/signin');

  expect(await answer.text()).toContain('npm run samband -- seed');
});

test('nobody, or somebody who is not there, cannot be chosen', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'real', issuer: 'https://work.example' });

  const choices: Record<string, string>[] = [
    { cancel: 'yes' },
    { user: 'real' },
    { user: 'nobody' },
  ];
  for (const choice of choices) {
    const visitor = reception.visitor();
    const { at } = await visitor.visit('/signin?returnTo=/about');
    const answer = await visitor.send(at, choice);
    const page = await answer.text();

    expect(answer.status).toBe(400);
    expect(page).toContain('<h1>Du avbrøt innloggingen</h1>');
    expect(page).toContain('href="/signin?returnTo=%2Fabout&#38;lang=nb"');
    expect(await nameOf(visitor)).toBeNull();
  }
});

test('an answer to another question is refused', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const from = async (change: Partial<SignInAttempt>, edit = (address: URL) => address) => {
    const visitor = reception.visitor();
    const address = await answered(visitor, 'kari');
    tamper(reception, visitor, change);
    const answer = await visitor.request(edit(new URL(address)).href);
    expect(await nameOf(visitor)).toBeNull();
    return [answer.status, /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1]];
  };
  const withParameter = (name: string, value: string) => (address: URL) => {
    address.searchParams.set(name, value);
    return address;
  };

  const refused = [400, 'Innloggingen ble avvist'];
  const notCompleted = [400, 'Innloggingen ble ikke fullført'];
  expect(await from({}, withParameter('state', 'another'))).toEqual(refused);
  expect(await from({ state: 'another' })).toEqual(refused);
  expect(await from({ nonce: 'another' })).toEqual(refused);
  expect(await from({ verifier: 'x'.repeat(43) })).toEqual(notCompleted);
  expect(await from({}, withParameter('code', 'guessed'))).toEqual(notCompleted);
  expect(await from({}, withParameter('iss', 'https://evil.example'))).toEqual(refused);

  // Each is in the log, and nothing has come of any.
  const told = reception.logged.flatMap(({ err }: { err?: Error }) => err?.message ?? []);
  expect(told).toEqual([
    'Sign-in failed: refused',
    'Sign-in failed: refused',
    'Sign-in failed: refused',
    'Sign-in failed: expired',
    'Sign-in failed: expired',
    'Sign-in failed: refused',
  ]);
  expect((await pool.query('select from session')).rows).toEqual([]);
  const { rows } = await pool.query(
    'select last_signed_in_at as at from staff_user where name = $1',
    ['kari'],
  );
  expect(rows).toEqual([{ at: null }]);
});

test('a code counts once, in the browser that asked for it, for ten minutes', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });

  const visitor = reception.visitor();
  const address = await answered(visitor, 'kari');
  const before = new Map(visitor.cookies);
  const stolen = reception.visitor();
  expect((await stolen.request(address)).status).toBe(400);
  expect((await visitor.request(address)).status).toBe(303);
  expect(await nameOf(visitor)).toBe('kari');

  const replay = reception.visitor();
  for (const [name, value] of before) replay.cookies.set(name, value);
  expect((await replay.request(address)).status).toBe(400);
  expect(await nameOf(replay)).toBeNull();

  const slow = reception.visitor();
  const late = await answered(slow, 'kari');
  reception.clock.pass(10);
  expect((await slow.request(late)).status).toBe(400);
});

test('the provider answers nobody who leaves PKCE out', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const visitor = reception.visitor();
  const first = await visitor.request('/signin');
  const question = new URL(first.headers.get('location')!);
  expect(question.origin).toBe(reception.origin);
  question.searchParams.delete('code_challenge');
  question.searchParams.delete('code_challenge_method');

  const answer = await visitor.visit(question.href);

  expect(answer.at).toContain('error=invalid_request');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Innloggingen ble avvist');
});

test('what has gone wrong at the provider is a page of ours too', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);

  for (const path of ['/oidc/choose/gone', '/oidc/auth/gone', '/oidc/auth?client_id=nobody']) {
    const answer = await reception.visitor().visit(path, { accept: 'text/html' });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('Innloggingen ble ikke fullført');
    expect(page).not.toMatch(/node_modules|\bat .*:\d+/);
  }
});

test('at a real issuer, those whom somebody gave access get in', async ({ world: { pool } }) => {
  const publicUrl = new URL('https://samband.example');
  await using issuer = await Issuer.open('a1b2', new URL('/signin/callback', publicUrl).href);
  await using reception = await Reception.open(pool, { openId: issuer.settings, publicUrl });
  const arrive = async () => {
    const visitor = reception.visitor();
    const answer = await visitor.visit('/signin');
    return { visitor, status: answer.status, page: await answer.text() };
  };

  const unknown = await arrive();
  expect(unknown.status).toBe(403);
  expect(unknown.page).toContain('Du har ikke tilgang til Samband ennå');
  expect(unknown.page).toContain('<code>a1b2</code>');

  await hasStaff(pool, { issuer: 'https://another.example', subject: 'a1b2' });
  expect((await arrive()).status).toBe(403);

  const id = await hasStaff(pool, { issuer: issuer.settings.issuer, subject: 'a1b2' });
  expect(await nameOf((await arrive()).visitor)).toBe('a1b2');

  await pool.query('update staff_user set disabled_at = $2 where id = $1', [
    id,
    reception.clock.now,
  ]);
  const closed = await arrive();
  expect(closed.status).toBe(403);
  expect(closed.page).toContain('Tilgangen din er sperret');
});

test('who is called something else at the issuer is called so here, where the settings say which claim tells', async ({
  world: { pool },
}) => {
  const publicUrl = new URL('https://samband.example');
  const callback = new URL('/signin/callback', publicUrl).href;
  await using issuer = await Issuer.open('a1b2', callback, { nameClaim: 'name' });
  await using reception = await Reception.open(pool, { openId: issuer.settings, publicUrl });
  const id = await hasStaff(pool, { issuer: issuer.settings.issuer, subject: 'a1b2', name: 'Før' });
  const visitor = reception.visitor();

  for (const name of ['Etter', 'Etter']) {
    issuer.login = { claims: { name } };
    await visitor.visit('/signin');
    expect(await nameOf(visitor)).toBe('Etter');
  }
  const { rows } = await pool.query(
    'select record, version, verb, by_id as by, fields from change where record_id = $1',
    [id],
  );
  expect(rows).toEqual([
    {
      record: 'staff_user',
      version: 2,
      verb: 'signIn',
      by: id,
      fields: [{ field: 'name', before: 'Før', after: 'Etter' }],
    },
  ]);
});

test('with a real issuer there is no provider of ours, and nobody to choose', async ({
  world: { pool },
}) => {
  await hasStaff(pool, { subject: 'kari', name: 'Kari Prøve' });
  const openId = { issuer: 'http://127.0.0.1:9', clientId: 'samband', clientSecret: 'secret' };
  await using reception = await Reception.open(pool, { openId });
  const visitor = reception.visitor();

  expect(await (await visitor.visit('/oidc/auth')).json()).toBeNull();
  const answer = await visitor.visit('/signin', { 'accept-language': 'en' });

  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('The sign-in service does not answer');
});

test('outside the demo, sign-in without an issuer says that it is not set up', async ({
  world: { pool },
}) => {
  await hasStaff(pool, { subject: 'kari', name: 'Kari Prøve' });
  await using reception = await Reception.open(pool, { isDemo: false });
  const answer = await reception.visitor().visit('/signin', { 'accept-language': 'nn' });
  const page = await answer.text();

  expect(answer.status).toBe(503);
  expect(page).toContain('Innlogging er ikkje sett opp');
  expect(page).not.toContain('Kari Prøve');
});

test('a database that is away is told as our fault, and nothing more', async () => {
  const away = openPool({ url: 'postgres://nobody@127.0.0.1:9/nothing' });
  await using reception = await Reception.open(away);
  const answer = await reception.visitor().visit('/signin');
  const page = await answer.text();

  expect(answer.status).toBe(500);
  expect(page).toContain('Noe gikk galt hos oss');
  expect(page).not.toContain('ECONNREFUSED');
});

test('who comes to this machine by another name is sent to the one we go by', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  const { port } = reception.settings.publicUrl;

  const answer = await fetch(`http://127.0.0.1:${port}/signin?returnTo=/about`, {
    redirect: 'manual',
  });

  expect(answer.headers.get('location')).toBe(
    `http://localhost:${port}/signin?returnTo=%2Fabout&lang=nb`,
  );
});

test('behind a proxy with TLS the demo works as well, with cookies bound to the host', async ({
  world: { pool },
}) => {
  await hasStaff(pool, { subject: 'kari' });
  await using reception = await Reception.open(pool, {
    publicUrl: new URL('https://samband.example'),
  });
  const visitor = await reception.signedIn('kari');

  expect(await nameOf(visitor)).toBe('kari');
  expect([...visitor.cookies.keys()]).toContain('__Host-samband');
  expect(visitor.lines.filter((line) => !/; secure/i.test(line))).toEqual([]);
});
