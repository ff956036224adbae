import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { createToken } from '#server/access/createToken.ts';
import { tokenViewer } from '#server/access/token.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import { test, today, type World } from '#test/support/world.ts';
import { hasStaff } from './Reception.ts';

const now = new Date(`${today}T12:00:00Z`);
const list = `{ apiTokens { totalCount nodes { label role permissions createdBy createdAt expiresAt lastUsedAt revokedAt isLive } } }`;
const create = `mutation ($input: CreateApiTokenInput!) {
  done: createApiToken(input: $input) { token apiToken { id label role permissions scope { name } createdBy expiresAt isLive } }
}`;
const revoke =
  'mutation ($input: RevokeApiTokenInput!) { done: revokeApiToken(input: $input) { id revokedAt isLive } }';

interface Made {
  readonly token: string;
  readonly apiToken: { readonly id: string };
}

async function anAdministrator(world: World): Promise<Viewer> {
  const role = Role.ADMINISTRATOR;
  const id = await hasStaff(world.pool, {
    subject: 'adam',
    issuer: 'https://id.example.org',
    name: 'Adam Prøve',
    role,
  });
  return { ...aViewer(role), id, steppedUpAt: now };
}

async function outcome(
  world: World,
  viewer: Viewer,
  document: string,
  input: object,
): Promise<unknown> {
  const { data, errors } = await world.ask<{ done: unknown }>(viewer, document, { input });
  const { code, fields } = errors?.[0]?.extensions ?? {};
  return errors ? { code, ...(fields ? { fields } : {}) } : data?.done;
}

const holder = ({ pool }: World, token: string, at = now) =>
  tokenViewer({ pool, clock: () => at }, token);

const good = { label: 'Beredskapsplan', role: 'COORDINATOR', expiresOn: '2026-12-31' };

test('a token is shown once, and lets its holder in until the end of its last day', async ({
  world,
}) => {
  const administrator = await anAdministrator(world);

  const { token, apiToken } = (await outcome(world, administrator, create, good)) as Made;

  expect(apiToken).toEqual({
    id: expect.any(String),
    label: 'Beredskapsplan',
    role: 'COORDINATOR',
    permissions: null,
    scope: null,
    createdBy: 'Adam Prøve',
    expiresAt: '2026-12-31T23:00:00.000Z',
    isLive: true,
  });
  expect(await holder(world, token)).toMatchObject({
    id: apiToken.id,
    role: Role.COORDINATOR,
    via: 'token',
  });
  expect(await holder(world, token, new Date('2026-12-31T22:59:59Z'))).not.toBeNull();
  expect(await holder(world, token, new Date('2026-12-31T23:00:00Z'))).toBeNull();

  const secret = token.slice('samband_'.length);
  const { rows } = await world.pool.query<{ hash: string }>('select * from api_token');
  const { rows: told } = await world.pool.query<{ verb: string; by: string }>(
    'select record, verb, by_id as by, fields from change where record_id = $1',
    [apiToken.id],
  );
  expect(told).toMatchObject([
    { record: 'api_token', verb: 'createApiToken', by: administrator.id },
  ]);
  expect(JSON.stringify([rows, told, (await world.ask(administrator, list)).data])).not.toContain(
    secret,
  );
  expect(JSON.stringify(told)).not.toContain(rows[0]?.hash);
});

test('a token may less than its role, never more', async ({ world }) => {
  const administrator = await anAdministrator(world);
  const made = async (input: object) =>
    outcome(world, administrator, create, { ...good, ...input });

  const { token } = (await made({ permissions: ['register.read'] })) as Made;
  expect([...((await holder(world, token))?.permissions ?? [])]).toEqual(['register.read']);

  for (const permissions of [['staff.manage'], ['register.read', 'nothing'], ['register.write']]) {
    expect(await made({ permissions })).toEqual({
      code: 'INVALID_INPUT',
      fields: { permissions: 'NOT_OF_THE_ROLE' },
    });
  }
  expect(await made({ permissions: [] })).toEqual({
    code: 'INVALID_INPUT',
    fields: { permissions: 'REQUIRED' },
  });
  for (const role of ['ADMINISTRATOR', 'ORGANISATION_CONTACT', 'PERSON']) {
    expect(await made({ role })).toEqual({
      code: 'INVALID_INPUT',
      fields: { role: 'NOT_FOR_TOKENS' },
    });
  }
  const { apiToken } = (await made({ role: null })) as Made;
  expect(apiToken).toMatchObject({ role: 'SYSTEM' });
});

test('a token holds where it is said to', async ({ world }) => {
  const administrator = await anAdministrator(world);

  const { token, apiToken } = (await outcome(world, administrator, create, {
    ...good,
    scope: { areaCode: '0301' },
  })) as Made;

  expect(apiToken).toMatchObject({ scope: { name: 'Oslo' } });
  const { rows } = await world.pool.query<{ number: number }>(
    "select number from area where code = '0301'",
  );
  expect((await holder(world, token))?.scope?.has(rows[0]!.number)).toBe(true);
  const unknown = { ...good, scope: { areaCode: '9999' } };
  expect(await outcome(world, administrator, create, unknown)).toEqual({
    code: 'INVALID_INPUT',
    fields: { scope: 'UNKNOWN' },
  });
});

test('a token says what it is for, and lasts a year at most', async ({ world }) => {
  const administrator = await anAdministrator(world);
  const wrong = async (input: object) =>
    ((await outcome(world, administrator, create, { ...good, ...input })) as { fields?: object })
      .fields;

  expect(await wrong({ label: ' ', expiresOn: today })).toEqual({
    label: 'REQUIRED',
    expiresOn: 'MUST_BE_AFTER_TODAY',
  });
  expect(await wrong({ label: 'x'.repeat(201) })).toEqual({ label: 'TOO_LONG' });
  expect(await wrong({ label: 'to\nlinjer' })).toEqual({ label: 'NOT_ONE_LINE' });
  expect(await wrong({ expiresOn: '2027-11-24' })).toEqual({ expiresOn: 'AT_MOST_A_YEAR' });
  expect(await wrong({ expiresOn: '2027-11-23' })).toBeUndefined();
});

test('making one is for administrators who signed in anew; taking one back is for administrators', async ({
  world,
}) => {
  const administrator = await anAdministrator(world);
  const { token, apiToken } = (await outcome(world, administrator, create, good)) as Made;
  const { id } = apiToken;

  for (const role of Object.values(Role).filter((it) => it !== Role.ADMINISTRATOR)) {
    const viewer = { ...aViewer(role), steppedUpAt: now };
    expect(await outcome(world, viewer, create, good)).toEqual({ code: 'FORBIDDEN' });
    expect(await outcome(world, viewer, revoke, { id })).toEqual({ code: 'FORBIDDEN' });
    expect((await world.ask(viewer, list)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  const longAgo = { ...administrator, steppedUpAt: null };
  expect(await outcome(world, longAgo, create, good)).toEqual({ code: 'STEP_UP_REQUIRED' });
  expect(await holder(world, token)).not.toBeNull();

  expect(await outcome(world, longAgo, revoke, { id })).toEqual({
    id,
    revokedAt: '2026-11-22T12:00:00.000Z',
    isLive: false,
  });
  expect(await holder(world, token)).toBeNull();
  expect(await outcome(world, longAgo, revoke, { id })).toMatchObject({
    revokedAt: '2026-11-22T12:00:00.000Z',
  });
  for (const other of [crypto.randomUUID(), 'nothing']) {
    expect(await outcome(world, longAgo, revoke, { id: other })).toEqual({ code: 'NOT_FOUND' });
  }
  const { rows } = await world.pool.query(
    'select verb, version from change where record_id = $1 order by version',
    [id],
  );
  expect(rows).toEqual([
    { verb: 'createApiToken', version: 1 },
    { verb: 'revokeApiToken', version: 2 },
  ]);
});

test('those that let somebody in stand before those that no longer do', async ({ world }) => {
  const administrator = await anAdministrator(world);
  const settings = { pool: world.pool, clock: () => new Date('2026-01-01T12:00:00Z') };
  const make = (label: string, until: string) =>
    createToken(settings, { role: Role.READER, label, expiresAt: new Date(until) });
  await make('B', '2026-12-01');
  await make('A over', '2026-11-01');
  const used = await make('C', '2026-12-01');
  await holder(world, used);

  const { data } = await world.ask<{ apiTokens: { nodes: { label: string }[] } }>(
    administrator,
    list,
  );

  expect(data?.apiTokens.nodes.map(({ label }) => label)).toEqual(['B', 'C', 'A over']);
  expect(data?.apiTokens.nodes[1]).toEqual({
    label: 'C',
    role: 'READER',
    permissions: null,
    createdBy: null,
    createdAt: '2026-01-01T12:00:00.000Z',
    expiresAt: '2026-12-01T00:00:00.000Z',
    lastUsedAt: '2026-11-22T12:00:00.000Z',
    revokedAt: null,
    isLive: true,
  });
});
