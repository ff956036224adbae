import { expect, test } from 'vitest';

import { identityProvider } from '#server/access/identityProvider.ts';
import { SignInFailure } from '#server/access/SignInFailure.ts';
import { type Lie, LyingIssuer } from './LyingIssuer.ts';

const callback = new URL('https://samband.example/signin/callback');
const hour = 60 * 60;
const now = () => Math.floor(Date.now() / 1000);

/** What comes of a sign-in at an issuer that says this. */
async function outcome(issuer: LyingIssuer, lie: Lie, parameters = {}): Promise<unknown> {
  const provider = identityProvider(issuer.settings, callback);
  const { question } = await provider.ask({});
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

  expect(await outcome(issuer, {})).toEqual({ issuer: issuer.settings.issuer, subject: 'kari' });
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
