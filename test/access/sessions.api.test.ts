import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { hasStaff, own, Reception, viewerOf } from './Reception.ts';
import type { Visitor } from './Visitor.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';

const sessions = `{ sessions { id browser system startedAt lastSeenAt isCurrent secondsLeft idleSeconds } }`;
const end = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { id } }';
const endOthers = 'mutation { endOtherSessions { id browser } }';

interface Told {
  readonly sessions: readonly { readonly id: string; readonly isCurrent: boolean }[];
}

/** The visitor, as the API knows them; asked at the reception's own time, which is that of the world. */
async function asViewer(visitor: Visitor): Promise<Viewer> {
  const viewer = await viewerOf(visitor);
  if (!viewer) throw new Error('A stranger');
  const { permissions } = aViewer(Role.READER);
  // It came as JSON.
  const steppedUpAt = viewer.steppedUpAt && new Date(viewer.steppedUpAt);
  return { ...aViewer(Role.READER), ...viewer, permissions, steppedUpAt };
}

async function opened(world: World): Promise<Reception> {
  const reception = await Reception.open(world.pool);
  reception.clock.now = new Date('2026-11-22T11:50:00Z');
  await hasStaff(world.pool, { subject: 'kari' });
  await hasStaff(world.pool, { subject: 'ola' });
  return reception;
}

const listed = async (world: World, viewer: Viewer) =>
  (await world.ask<Told>(viewer, sessions)).data?.sessions ?? [];

test('who is signed in sees in which browsers, and nothing that opens one', async ({ world }) => {
  await using reception = await opened(world);
  const kari = await asViewer(await reception.signedIn('kari', firefox));
  await reception.signedIn('ola', firefox);
  reception.clock.pass(5);
  await reception.signedIn('kari', safari);

  const { data } = await world.ask(kari, sessions);

  expect(data).toEqual({
    sessions: [
      {
        id: kari.sessionId,
        browser: 'Firefox',
        system: 'Linux',
        startedAt: '2026-11-22T11:50:00.000Z',
        lastSeenAt: '2026-11-22T11:50:00.000Z',
        isCurrent: true,
        secondsLeft: (8 * 60 - 10) * 60,
        idleSeconds: 29 * 60,
      },
      expect.objectContaining({ browser: 'Safari', system: 'iOS', isCurrent: false }),
    ],
  });
  const { rows } = await world.pool.query('select hash from session');
  for (const { hash } of rows as { hash: string }[]) {
    expect(JSON.stringify(data)).not.toContain(hash);
  }
  const { rows: kept } = await world.pool.query('select * from session');
  expect(JSON.stringify(kept)).not.toMatch(/Mozilla|iPhone|127\.0\.0\.1/);
});

test('a session that is idle too long, over or ended is not among them', async ({ world }) => {
  await using reception = await opened(world);
  reception.clock.pass(-25);
  await reception.signedIn('kari');
  reception.clock.pass(25);
  const kari = await asViewer(await reception.signedIn('kari'));
  const ended = await reception.signedIn('kari');
  await ended.send('/signout');

  expect(await listed(world, kari)).toMatchObject([{ id: kari.sessionId }]);
});

test('one of them is ended at once, and another’s is not there to end', async ({ world }) => {
  await using reception = await opened(world);
  const kari = await asViewer(await reception.signedIn('kari'));
  const elsewhere = await reception.signedIn('kari');
  const ola = await reception.signedIn('ola');
  const codeOf = async (id: unknown) => {
    const { errors } = await world.ask(kari, end, { input: { id } });
    return errors?.[0]?.extensions?.['code'];
  };

  expect(await codeOf((await asViewer(ola)).sessionId)).toBe('NOT_FOUND');
  expect(await codeOf('nothing')).toBe('NOT_FOUND');
  expect(await viewerOf(ola)).toMatchObject({ name: 'ola' });

  const { sessionId: id } = await asViewer(elsewhere);
  expect(await codeOf(id)).toBeUndefined();
  expect(await viewerOf(elsewhere)).toBeNull();
  expect(await codeOf(id)).toBe('NOT_FOUND');
});

test('all others are ended, and this one stays', async ({ world }) => {
  await using reception = await opened(world);
  const [here, there, ola] = [
    await reception.signedIn('kari'),
    await reception.signedIn('kari', safari),
    await reception.signedIn('ola'),
  ];
  const kari = await asViewer(here);

  const { data } = await world.ask<{ endOtherSessions: unknown[] }>(kari, endOthers);

  expect(data?.endOtherSessions).toEqual([expect.objectContaining({ browser: 'Safari' })]);
  expect(await viewerOf(there)).toBeNull();
  expect(await viewerOf(here)).toMatchObject({ name: 'kari' });
  expect(await viewerOf(ola)).toMatchObject({ name: 'ola' });
  expect(await listed(world, kari)).toHaveLength(1);
});

test('the viewer is told of their session, and for how long they have confirmed who they are', async ({
  world,
}) => {
  await using reception = await opened(world);
  const visitor = await reception.signedIn('kari');
  const ask = async () => {
    const { data } = await world.ask(
      await asViewer(visitor),
      '{ viewer { name permissions steppedUpUntil session { isCurrent secondsLeft } } }',
    );
    return data;
  };

  expect(await ask()).toEqual({
    viewer: {
      name: 'kari',
      permissions: ['directory.search', 'register.read', 'session.end'],
      steppedUpUntil: null,
      session: { isCurrent: true, secondsLeft: (8 * 60 - 10) * 60 },
    },
  });
  reception.clock.pass(5);
  const { at } = await visitor.visit('/signin?stepUp=yes');
  await visitor.send(at, { user: own('kari') });
  expect(await ask()).toMatchObject({ viewer: { steppedUpUntil: '2026-11-22T12:05:00.000Z' } });
});
