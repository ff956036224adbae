import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { scopeByHand } from '#server/access/scopeByHand.ts';
import { tokenViewer } from '#server/access/token.ts';
import { createToken } from '#server/access/createToken.ts';
import { test } from '#test/support/world.ts';
import { hasStaff, Reception } from './Reception.ts';
import type { Visitor } from './Visitor.ts';

const inDays = ({ clock }: Reception, days: number) =>
  new Date(clock.now.getTime() + days * 24 * 60 * 60_000);

async function whoIs(visitor: Visitor, authorization: string): Promise<unknown> {
  return (await visitor.request('/', { headers: { authorization } })).json();
}

test('a token lets a system in, with its role and its name', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  const token = await createToken(reception.settings, {
    role: Role.COORDINATOR,
    label: 'Beredskapsplan',
    expiresAt: inDays(reception, 30),
  });

  expect(token).toMatch(/^samband_[\w-]{43}$/);
  expect(await whoIs(reception.visitor(), `Bearer ${token}`)).toEqual({
    id: expect.any(String),
    name: 'Beredskapsplan',
    role: 'coordinator',
    permissions: [...permissionsOf(Role.COORDINATOR)].sort(),
    scope: null,
    breakGlass: null,
    via: 'token',
    sessionId: null,
    steppedUpAt: null,
  });
  const { rows } = await pool.query('select * from api_token');
  const { rows: told } = await pool.query('select record, verb, via from change');
  expect(told).toEqual([{ record: 'api_token', verb: 'createToken', via: 'system' }]);
  expect(JSON.stringify(rows)).not.toContain(token.slice('samband_'.length));
});

test('an expired, a revoked and an invented token let nobody in', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  const make = (label: string, days: number) =>
    createToken(reception.settings, {
      role: Role.READER,
      label,
      expiresAt: inDays(reception, days),
    });
  const [short, long] = [await make('short', 1), await make('long', 30)];
  const visitor = reception.visitor();

  reception.clock.pass(24 * 60);
  expect(await whoIs(visitor, `Bearer ${short}`)).toBeNull();
  expect(await whoIs(visitor, `bearer  ${long}`)).toMatchObject({ name: 'long' });

  await pool.query(`update api_token set revoked_at = $1 where label = 'long'`, [
    reception.clock.now,
  ]);
  expect(await whoIs(visitor, `Bearer ${long}`)).toBeNull();

  for (const other of [
    '',
    'Bearer',
    'Bearer samband_',
    `Bearer ${'x'.repeat(51)}`,
    `Basic ${long}`,
  ]) {
    expect(await whoIs(visitor, other)).toBeNull();
  }
});

test('a token that is made by hand holds where its scope says, by code, number or id', async ({
  world,
}) => {
  const { pool } = world;
  await using reception = await Reception.open(pool);
  const trust = anOrganisation({ kind: OrganisationKind.HEALTH_TRUST, number: '999999999' });
  await world.has(trust, anOrganisation({ number: '888888888' }));
  const { rows } = await pool.query<{ number: number }>(
    "select number from area where code = '0301'",
  );
  const [oslo] = rows;

  const scope = (await scopeByHand({ pool }, '0301'))!;
  expect(scope).toEqual({ scopeOrganisationId: null, scopeAreaNumber: oslo!.number });
  const ofTrust = { scopeOrganisationId: trust.id, scopeAreaNumber: null };
  expect(await scopeByHand({ pool }, '999999999')).toEqual(ofTrust);
  expect(await scopeByHand({ pool }, trust.id)).toEqual(ofTrust);
  for (const none of ['888888888', 'NO', '9999', '', "' or true"]) {
    expect(await scopeByHand({ pool }, none), none).toBeNull();
  }
  const expiresAt = inDays(reception, 1);
  const token = await createToken(reception.settings, {
    role: Role.EDITOR,
    label: 'Oslo',
    expiresAt,
    scope,
  });
  const viewer = await tokenViewer(reception.settings, token);
  expect(viewer?.scope?.has(oslo!.number)).toBe(true);
  expect(viewer?.scope?.has(-1)).toBe(false);
});

test('a cookie does not make up for a bad token', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari' });
  const kari = await reception.signedIn('kari');

  expect(await whoIs(kari, 'Bearer samband_nothing')).toBeNull();
});

test('a token says when it was last of use, to the minute', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);
  const token = await createToken(reception.settings, {
    role: Role.SYSTEM,
    label: 'Eksport',
    expiresAt: inDays(reception, 1),
  });
  const lastUse = async () => {
    await whoIs(reception.visitor(), `Bearer ${token}`);
    const { rows } = await pool.query<{ at: number }>(
      'select extract(epoch from last_used_at)::int as at from api_token',
    );
    return rows[0]!.at * 1000;
  };

  const first = await lastUse();
  expect(first).toBe(reception.clock.now.getTime());
  reception.clock.pass(0.5);
  expect(await lastUse()).toBe(first);
  reception.clock.pass(0.5);
  expect(await lastUse()).toBe(first + 60_000);
});

test('a token must say what it is for, and end', async ({ world: { pool } }) => {
  await using reception = await Reception.open(pool);

  await expect(
    createToken(reception.settings, {
      role: Role.READER,
      label: 'Over før den begynner',
      expiresAt: inDays(reception, 0),
    }),
  ).rejects.toThrow('api_token_expires_after_it_begins');
});
