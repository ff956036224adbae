import pino from 'pino';
import { expect, test } from 'vitest';

import type { OpenIdSettings } from '#server/access/AccessSettings.ts';
import { identityProvider } from '#server/access/identityProvider.ts';
import { SignInFailure } from '#server/access/SignInFailure.ts';
import { type Lie, LyingIssuer } from './LyingIssuer.ts';

const callback = new URL('https://samband.example/signin/callback');
const hour = 60 * 60;
const now = () => Math.floor(Date.now() / 1000);

/** What we ask, beside the usual. */
interface Demand extends Partial<OpenIdSettings> {
  readonly isStepUp?: boolean;
}

/** What comes of a sign-in at an issuer that says this. */
async function outcome(
  issuer: LyingIssuer,
  lie: Lie,
  parameters = {},
  { isStepUp = false, ...demand }: Demand = {},
): Promise<unknown> {
  const provider = identityProvider({ ...issuer.settings, ...demand }, callback);
  const { question } = await provider.ask({}, { isStepUp });
  Object.assign(issuer, { lie, nonce: question.nonce });
  const returned = new URL(callback);
  returned.search = String(
    new URLSearchParams({ code: 'code', state: question.state, ...parameters }),
  );
  return provider.answer(returned, question).catch((error: unknown) => {
    if (error instanceof SignInFailure) return error.kind;
    throw error;
  });
}

test('an honest answer says who somebody is', async () => {
  await using issuer = await LyingIssuer.open();

  expect(await outcome(issuer, {})).toEqual({
    issuer: issuer.settings.issuer,
    subject: 'kari',
    name: null,
  });
});

test('clocks may be half a minute apart, and no more', async () => {
  await using issuer = await LyingIssuer.open();
  const ahead = (seconds: number) => outcome(issuer, { claims: { nbf: now() + seconds } });
  const behind = (seconds: number) => outcome(issuer, { claims: { exp: now() - seconds } });

  expect(await ahead(20)).toMatchObject({ subject: 'kari' });
  expect(await behind(20)).toMatchObject({ subject: 'kari' });
  expect(await ahead(60)).toBe('refused');
  expect(await behind(60)).toBe('refused');
});

test('of all that a token tells, the identity is kept; the national identity number is dropped at once', async () => {
  await using issuer = await LyingIssuer.open();
  const claims = { pid: '00000000000', name: ' Kari\u0000\nNordmann ', email: 'k@example.org' };
  const known = { issuer: issuer.settings.issuer, subject: 'kari' };

  expect(await outcome(issuer, { claims })).toEqual({ ...known, name: null });
  expect(await outcome(issuer, { claims }, {}, { nameClaim: 'name' })).toEqual({
    ...known,
    name: 'Kari Nordmann',
  });
  for (const name of ['', ' ', 7, null, 'x'.repeat(201)]) {
    expect(await outcome(issuer, { claims: { name } }, {}, { nameClaim: 'name' })).toEqual({
      ...known,
      name: null,
    });
  }
});

test('what is logged of a token that is refused tells nothing of whom it is about', async () => {
  await using issuer = await LyingIssuer.open();
  const provider = identityProvider(issuer.settings, callback);
  const { question } = await provider.ask({});
  issuer.lie = { claims: { pid: '00000000000', aud: 'another' } };
  const returned = new URL(`${callback.href}?code=code&state=${question.state}`);
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });

  const error = await provider.answer(returned, question).catch((reason: unknown) => reason);
  log.warn({ err: error }, 'Refused');

  expect(lines.join()).toContain('JWT');
  expect(lines.join()).not.toMatch(/0{11}|kari/);
});

test('a level that was asked for must have been reached', async () => {
  await using issuer = await LyingIssuer.open();
  const at = (acr: unknown, demand: Demand) => outcome(issuer, { claims: { acr } }, {}, demand);
  const known = expect.objectContaining({ subject: 'kari' });
  const requiredAcr = ['substantial', 'high'];

  expect(await at('low', {})).toEqual(known);
  expect(await at('substantial', { requiredAcr })).toEqual(known);
  for (const acr of ['low', '', undefined, 4, ['high'], 'substantial high']) {
    expect(await at(acr, { requiredAcr }), String(acr)).toBe('tooWeak');
  }
  const demand = { requiredAcr, stepUpAcr: ['high'], isStepUp: true };
  const inTime = { auth_time: now() + 1 };
  const stepUp = (acr: string) => outcome(issuer, { claims: { ...inTime, acr } }, {}, demand);
  expect(await stepUp('substantial')).toBe('tooWeak');
  expect(await stepUp('high')).toEqual(known);
  const level = { claims: { 'urn:level': '4' } };
  expect(await outcome(issuer, level, {}, { requiredAcr: ['4'], acrClaim: 'urn:level' })).toEqual(
    known,
  );
  const unmet = { error: 'unmet_authentication_requirements' };
  expect(await outcome(issuer, {}, unmet, { requiredAcr })).toBe('tooWeak');
});

test('whoever is to sign in anew has done so since we asked', async () => {
  await using issuer = await LyingIssuer.open();
  const at = (authTime: unknown) =>
    outcome(issuer, { claims: { auth_time: authTime } }, {}, { isStepUp: true });

  expect(await at(now() + 1)).toMatchObject({ subject: 'kari' });
  for (const authTime of [now() - hour, now() + hour, undefined, 'now', null, -1]) {
    expect(await at(authTime), String(authTime)).toBe('refused');
  }
});

test('what is asked of the provider follows the settings', async () => {
  await using issuer = await LyingIssuer.open();
  const asked = async ({ isStepUp = false, ...demand }: Demand) => {
    const provider = identityProvider({ ...issuer.settings, ...demand }, callback);
    const { searchParams } = (await provider.ask({}, { isStepUp })).url;
    return ['scope', 'acr_values', 'max_age'].map((name) => searchParams.get(name));
  };
  const levels = { requiredAcr: ['substantial', 'high'], stepUpAcr: ['high'] };

  expect(await asked({})).toEqual(['openid profile email', null, null]);
  expect(await asked({ scopes: ['openid', 'profile'], ...levels })).toEqual([
    'openid profile',
    'substantial high',
    null,
  ]);
  expect(await asked({ isStepUp: true })).toEqual(['openid profile email', null, '0']);
  expect(await asked({ isStepUp: true, ...levels })).toEqual(['openid profile email', 'high', '0']);
});

test('where tenants are named, others of the same issuer are refused', async () => {
  await using issuer = await LyingIssuer.open();
  const of = (tid: unknown) => outcome(issuer, { claims: { tid } }, {}, { tenants: ['helse'] });

  expect(await of('helse')).toMatchObject({ subject: 'kari' });
  expect(await of('another')).toBe('refused');
  expect(await of(undefined)).toBe('refused');
});

test.each<[string, Lie]>([
  ['signed by somebody else', { isSignedByAnother: true }],
  ['not signed', { isUnsigned: true }],
  ['that needs no signature', { header: { alg: 'none' }, isUnsigned: true }],
  ['signed with the secret that both know', { header: { alg: 'HS256' } }],
  ['for another client', { claims: { aud: 'another' } }],
  ['for several clients, on behalf of another', { claims: { aud: ['samband', 'b'], azp: 'b' } }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['that is over', { claims: { iat: now() - 2 * hour, exp: now() - hour } }],
  ['that never ends', { claims: { exp: undefined } }],
  ['that is not valid yet', { claims: { nbf: now() + hour } }],
  ['about nobody', { claims: { sub: undefined } }],
  ['that answers another question', { claims: { nonce: 'another' } }],
  ['that answers no question', { claims: { nonce: undefined } }],
])('a token %s is refused', async (_what, lie) => {
  await using issuer = await LyingIssuer.open();

  expect(await outcome(issuer, lie)).toBe('refused');
});

test('an answer that the issuer does not give is told apart from one that it refuses', async () => {
  await using issuer = await LyingIssuer.open();
  const noToken = JSON.stringify({ access_token: 'a', token_type: 'Bearer' });
  const wrongSecret = JSON.stringify({ error: 'invalid_client' });
  const usedCode = JSON.stringify({ error: 'invalid_grant' });

  expect(await outcome(issuer, { body: noToken })).toBe('refused');
  expect(await outcome(issuer, { body: wrongSecret, status: 401 })).toBe('refused');
  expect(await outcome(issuer, { body: usedCode, status: 400 })).toBe('expired');
  expect(await outcome(issuer, { body: '<h1>Oops</h1>', status: 502 })).toBe('unreachable');
  expect(await outcome(issuer, {}, { state: 'another' })).toBe('refused');
  expect(await outcome(issuer, {}, { iss: 'https://evil.example' })).toBe('refused');
  expect(await outcome(issuer, {}, { error: 'access_denied' })).toBe('cancelled');
  expect(await outcome(issuer, {}, { error: 'temporarily_unavailable' })).toBe('unreachable');
  expect(await outcome(issuer, {}, { error: 'unauthorized_client' })).toBe('refused');
});

test('an issuer that was down at the first sign-in is asked again at the next', async () => {
  const issuer = await LyingIssuer.open();
  const { settings } = issuer;
  const { port } = new URL(settings.issuer);
  await issuer[Symbol.asyncDispose]();
  const provider = identityProvider(settings, callback);

  await expect(provider.ask({})).rejects.toMatchObject({ kind: 'unreachable' });
  await using back = await LyingIssuer.open(Number(port));
  expect((await provider.ask({})).url.origin).toBe(back.settings.issuer);
});

test('an issuer elsewhere is spoken to over TLS only', async () => {
  const settings = { issuer: 'http://login.example', clientId: 'samband', clientSecret: 'secret' };

  await expect(identityProvider(settings, callback).ask({})).rejects.toMatchObject({
    kind: 'unreachable',
    cause: { message: 'only requests to HTTPS are allowed' },
  });
});
