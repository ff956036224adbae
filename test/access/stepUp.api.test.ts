import { expect } from 'vitest';

import { ensureSteppedUp, isSteppedUp } from '#server/access/ensureSteppedUp.ts';
import { StepUpRequired, Unauthenticated } from '#server/problems.ts';
import { anEditor } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';
import { Issuer } from './Issuer.ts';
import { hasStaff, own, Reception, viewerOf } from './Reception.ts';
import type { Visitor } from './Visitor.ts';

const stepUpPath = '/signin?stepUp=yes&returnTo=/min-konto?at=12';

/** When somebody signed in anew, as the server has it; null for never. */
async function steppedUpAt(visitor: Visitor): Promise<string | null | undefined> {
  // It has travelled as JSON, in which a moment is a text.
  return (await viewerOf(visitor))?.steppedUpAt as unknown as string | null | undefined;
}

/** The same cookies in another browser: somebody copied them. */
function copyOf(visitor: Visitor, reception: Reception): Visitor {
  const copy = reception.visitor();
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

test('who signs in anew goes on in the same session, and the old cookie is worth nothing', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari', name: 'Kari Prøve' });
  await hasStaff(pool, { subject: 'ola', name: 'Ola Prøve' });
  const kari = await reception.signedIn('kari');
  const [before, stolen] = [await viewerOf(kari), copyOf(kari, reception)];
  reception.clock.pass(20);

  const choice = await kari.visit(stepUpPath);
  const page = await choice.text();
  expect(page).toContain('<h1>Bekreft at det er deg</h1>');
  expect(page).toContain('Kari Prøve');
  expect(page).not.toContain('Ola Prøve');
  const landed = await kari.send(choice.at, { user: own('kari') });

  expect(landed.at).toBe('/min-konto?at=12');
  expect(await viewerOf(kari)).toMatchObject({
    sessionId: before?.sessionId,
    steppedUpAt: reception.clock.now.toISOString(),
  });
  expect(await viewerOf(stolen)).toBeNull();
});

test('stepping up does not make the day longer', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');
  for (let hours = 0; hours < 8; hours += 0.25) {
    reception.clock.pass(15);
    const { at } = await kari.visit(stepUpPath);
    if (hours < 7.75) await kari.send(at, { user: own('kari') });
  }

  expect(await viewerOf(kari)).toBeNull();
});

test('who signs in as somebody else confirms nothing, and stays who they were', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  await hasStaff(pool, { subject: 'ola' });
  const kari = await reception.signedIn('kari');

  const { at } = await kari.visit(stepUpPath);
  const answer = await kari.send(at, { user: own('ola') });
  const page = await answer.text();

  expect(answer.status).toBe(403);
  expect(page).toContain('Du logget inn som en annen');
  expect(page).toContain(
    'href="/signin?returnTo=%2Fmin-konto%3Fat%3D12&#38;lang=nb&#38;stepUp=yes"',
  );
  expect(page).toContain('<a href="/min-konto?at=12">Tilbake uten å bekrefte</a>');
  expect(await viewerOf(kari)).toMatchObject({ name: 'kari', steppedUpAt: null });
  expect(
    JSON.stringify(reception.logged.map(({ err }: { err?: Error }) => err?.message)),
  ).toContain('anotherUser');
});

test('what was begun in one session does not count in another', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');
  const elsewhere = await reception.signedIn('kari');
  const { at } = await kari.visit(stepUpPath);
  const [name] = [...kari.cookies].find(([key]) => /^samband-\d+$/.test(key))!;
  kari.cookies.set(name, elsewhere.cookies.get(name)!);

  const answer = await kari.send(at, { user: own('kari') });

  expect(answer.status).toBe(400);
  expect(await steppedUpAt(kari)).toBeNull();
});

test('a session that was ended meanwhile is not stepped up', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');
  const { at } = await kari.visit(stepUpPath);
  await pool.query('update session set ended_at = last_seen_at');

  const answer = await kari.send(at, { user: own('kari') });

  expect(answer.status).toBe(400);
  expect(await viewerOf(kari)).toBeNull();
});

test('a stranger who is sent to step up signs in as anybody does', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const visitor = reception.visitor();

  const { at } = await visitor.visit(stepUpPath);
  await visitor.send(at, { user: own('kari') });

  expect(await viewerOf(visitor)).toMatchObject({ name: 'kari', steppedUpAt: null });
});

test('at a real issuer, the level for stepping up is asked for and must be reached', async ({
  world: { pool },
}) => {
  const publicUrl = new URL('https://samband.example');
  await using issuer = await Issuer.open('a1b2', new URL('/signin/callback', publicUrl).href, {
    requiredAcr: ['substantial', 'high'],
    stepUpAcr: ['high'],
  });
  await using reception = await Reception.open(pool, { openId: issuer.settings, publicUrl });
  await hasStaff(pool, { issuer: issuer.settings.issuer, subject: 'a1b2' });
  const visitor = reception.visitor();
  const come = async (path: string, acr: string) => {
    issuer.login = { acr, claims: { pid: '00000000000' } };
    // At the provider nobody is signed in yet.
    for (const name of visitor.cookies.keys()) {
      if (!name.startsWith('__Host-samband')) visitor.cookies.delete(name);
    }
    const answer = await visitor.visit(path);
    return [answer.status, /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1]];
  };
  const tooWeak = [403, 'Innloggingen var ikke sikker nok'];

  expect(await come('/signin', 'low')).toEqual(tooWeak);
  expect(await viewerOf(visitor)).toBeNull();
  await come('/signin', 'substantial');
  expect(await viewerOf(visitor)).toMatchObject({ name: 'a1b2', steppedUpAt: null });
  expect(await come(stepUpPath, 'substantial')).toEqual(tooWeak);
  expect(await steppedUpAt(visitor)).toBeNull();
  await come(stepUpPath, 'high');
  expect(await steppedUpAt(visitor)).toBe(reception.clock.now.toISOString());

  const tables = await pool.query(
    'select (select json_agg(s) from staff_user s)::text as staff, (select json_agg(s) from session s)::text as sessions',
  );
  expect(JSON.stringify([tables.rows, reception.logged])).not.toContain('00000000000');
});

test('it counts for ten minutes, and never for a token', () => {
  const at = new Date('2026-11-22T12:00:00Z');
  const editor = { ...anEditor(), steppedUpAt: at };
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

  expect(isSteppedUp(editor, later(0))).toBe(true);
  expect(isSteppedUp(editor, later(599))).toBe(true);
  expect(() => ensureSteppedUp(editor, later(600))).toThrow(StepUpRequired);
  expect(() => ensureSteppedUp({ ...anEditor(), via: 'token' }, at)).toThrow(StepUpRequired);
  expect(() => ensureSteppedUp(null, at)).toThrow(Unauthenticated);
});
