import { generateKeyPairSync } from 'node:crypto';

import { expect } from 'vitest';

import { clientKeyIn } from '#server/access/ClientKey.ts';
import { test } from '#test/support/world.ts';
import { Issuer } from './Issuer.ts';
import { hasStaff, Reception, viewerOf } from './Reception.ts';
import type { Visitor } from './Visitor.ts';

const publicUrl = new URL('https://samband.example');
const callback = new URL('/signin/callback', publicUrl).href;

/** A key of ours, and the half of it that a provider is given. */
function aKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'ours' };
  return {
    jwk,
    clientKey: clientKeyIn(JSON.stringify(jwk)),
    knownKey: { ...publicKey.export({ format: 'jwk' }), kid: 'ours', use: 'sig', alg: 'ES256' },
  };
}

/** What the browser is sent to the provider with. */
async function inFront(visitor: Visitor, path: string): Promise<Record<string, string>> {
  const { searchParams } = new URL((await visitor.request(path)).headers.get('location')!);
  return Object.fromEntries(searchParams);
}

/** At the provider nobody is signed in any longer. */
function forgetProvider({ cookies }: Visitor): void {
  for (const name of cookies.keys()) {
    if (!name.startsWith('__Host-samband')) cookies.delete(name);
  }
}

const decoded = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

for (const pushed of ['no', 'offered', 'required'] as const) {
  test(`with a key that the provider does not know nobody comes in, where pushed requests are: ${pushed}`, async ({
    world: { pool },
  }) => {
    const [ours, another] = [aKey(), aKey()];
    await using issuer = await Issuer.open(
      'a1b2',
      callback,
      { clientKey: ours.clientKey },
      { knownKey: another.knownKey, pushed },
    );
    await using reception = await Reception.open(pool, { openId: issuer.settings, publicUrl });
    await hasStaff(pool, { issuer: issuer.settings.issuer, subject: 'a1b2' });
    const visitor = reception.visitor();

    const answer = await visitor.visit('/signin');

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<h1>Innloggingen ble avvist</h1>');
    expect(issuer.asked.at(-1)?.path).toBe(pushed === 'no' ? '/token' : '/request');
    expect(await viewerOf(visitor)).toBeNull();
    const [{ err } = {}] = reception.logged as { err?: Error & { cause: Error } }[];
    expect(err?.message).toBe('Sign-in failed: refused');
    expect(err?.cause.message).toContain('invalid_client');
    expect(`${err?.stack} ${err?.cause.stack}`).not.toContain(ours.jwk.d);
    expect((await pool.query('select from session')).rows).toEqual([]);
    const { rows } = await pool.query(
      'select last_signed_in_at as at from staff_user where issuer = $1',
      [issuer.settings.issuer],
    );
    expect(rows).toEqual([{ at: null }]);
  });
}

test('with a key they sign in, and anew, and the browser carries nothing but a reference', async ({
  world: { pool },
}) => {
  const { clientKey, knownKey } = aKey();
  await using issuer = await Issuer.open(
    'a1b2',
    callback,
    { clientKey, requiredAcr: ['substantial', 'high'], stepUpAcr: ['high'] },
    { knownKey, pushed: 'required' },
  );
  await using reception = await Reception.open(pool, { openId: issuer.settings, publicUrl });
  await hasStaff(pool, { issuer: issuer.settings.issuer, subject: 'a1b2' });
  const visitor = reception.visitor();
  const reference = {
    client_id: 'samband',
    request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:/),
  };

  expect(await inFront(visitor, '/signin')).toEqual(reference);
  issuer.login = { acr: 'substantial' };
  await visitor.visit('/signin');
  expect(await viewerOf(visitor)).toMatchObject({ name: 'a1b2', steppedUpAt: null });

  forgetProvider(visitor);
  const stepUp = '/signin?stepUp=yes';
  expect(await inFront(visitor, stepUp)).toEqual(reference);
  expect((await visitor.visit(stepUp)).status).toBe(403);
  expect(await viewerOf(visitor)).toMatchObject({ steppedUpAt: null });
  issuer.login = { acr: 'high' };
  forgetProvider(visitor);
  await visitor.visit(stepUp);
  expect(await viewerOf(visitor)).toMatchObject({
    steppedUpAt: reception.clock.now.toISOString(),
  });

  const at = (path: string) => issuer.asked.filter((asked) => asked.path === path);
  expect(at('/auth').map(({ query }) => ({ ...query }))).toEqual([reference, reference, reference]);
  const pushed = at('/request').map(({ body }) => body);
  expect(pushed.map((body) => [body['acr_values'], body['max_age']])).toEqual([
    ['substantial high', undefined],
    ['substantial high', undefined],
    ['high', '0'],
    ['high', '0'],
    ['high', '0'],
  ]);
  const spoken = [...pushed, ...at('/token').map(({ body }) => body)];
  expect(spoken).toHaveLength(8);
  for (const body of spoken) {
    const [header, claims] = String(body['client_assertion']).split('.').slice(0, 2).map(decoded);
    expect(header).toEqual({ alg: 'ES256', kid: 'ours', typ: 'client-authentication+jwt' });
    expect(claims).toMatchObject({ iss: 'samband', sub: 'samband', aud: issuer.settings.issuer });
  }
  expect(JSON.stringify(issuer.asked)).not.toContain('client_secret');
});

test('where a provider requires it, what is asked with a secret is pushed too; else it goes as before', async ({
  world: { pool },
}) => {
  const asked = async (pushed: 'offered' | 'required') => {
    await using issuer = await Issuer.open('a1b2', callback, {}, { pushed });
    await using reception = await Reception.open(pool, { openId: issuer.settings, publicUrl });
    await hasStaff(pool, { issuer: issuer.settings.issuer, subject: 'a1b2', name: pushed });
    const visitor = reception.visitor();
    const front = Object.keys(await inFront(visitor, '/signin')).sort();
    await visitor.visit('/signin');
    expect(await viewerOf(visitor)).toMatchObject({ name: pushed });
    return front;
  };

  expect(await asked('required')).toEqual(['client_id', 'request_uri']);
  const usual = await asked('offered');
  expect(usual).toContain('code_challenge');
  expect(usual).not.toContain('request_uri');
  expect(usual).not.toContain('client_secret');
});
