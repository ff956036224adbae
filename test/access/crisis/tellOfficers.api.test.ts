import pino from 'pino';
import { expect, inject } from 'vitest';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Role } from '#schema/access/Role.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { type MailRoom, mailRoom } from '#server/mailRoom.ts';
import type { Database } from '#server/orm.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { PostOffice } from '#test/common/mail/PostOffice.ts';
import { testSecret } from '#test/support/database.ts';
import { cloneOf, personalKey, test, type World, worldOver } from '#test/support/world.ts';
import { aCrisis, now, opened, reason, someone } from './someone.ts';

const open = 'mutation ($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { id } }';
const confirm = 'mutation ($input: BreakGlassInput!) { confirmBreakGlass(input: $input) { id } }';

const kari = someone(Role.COORDINATOR, 'Kari Prøve');
const parwin = someone(Role.PROGRAMME_LEAD, 'Parwin Prøve');

async function hasOfficer(
  { pool }: World,
  subject: string,
  email: string | null,
  more: { role?: Role; isDisabled?: boolean } = {},
): Promise<void> {
  const id = await hasStaff(pool, {
    subject,
    name: `${subject} Prøve`,
    role: more.role ?? Role.PRIVACY_OFFICER,
  });
  await pool.query('update staff_user set email = $2, disabled_at = $3 where id = $1', [
    id,
    email,
    more.isDisabled ? now : null,
  ]);
}

const waiting = async ({ pool }: World): Promise<number> => {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from graphile_worker.jobs where task_identifier = 'tellOfBreakGlass'`,
  );
  return Number(rows[0]?.count);
};

/** Letters are sent by a worker with connections of its own. */
async function ownDatabase(): Promise<Database & AsyncDisposable> {
  const database = await cloneOf(inject('templateUrl'));
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.close() });
}

async function roomFor(database: Database, office: PostOffice): Promise<MailRoom> {
  return mailRoom({
    ...(await surroundingsOf({ database, secret: testSecret, personalKey, migrated: [] })),
    url: database.url,
    pool: database.pool,
    smtpUrl: office.url,
    mailFrom: 'samband@example.org',
    publicUrl: new URL('https://samband.example.org'),
    clock: () => now,
    log: pino({ level: 'silent' }),
  });
}

test('what is refused is told to nobody', async ({ world }) => {
  await hasOfficer(world, 'vera', 'vera@example.org');
  const { id: crisisId } = await aCrisis(world);
  const { errors } = await world.ask({ ...kari, steppedUpAt: null }, open, {
    input: { crisisId, reason },
  });

  expect(errors?.[0]?.extensions?.['code']).toBe('STEP_UP_REQUIRED');
  expect(await waiting(world)).toBe(0);
});

test('only privacy officers who may sign in and have an address are written to', async ({
  world,
}) => {
  await hasOfficer(world, 'vera', 'vera@example.org');
  await hasOfficer(world, 'per', null);
  await hasOfficer(world, 'odd', 'odd@example.org', { isDisabled: true });
  await hasOfficer(world, 'live', 'live@example.org', { role: Role.READER });
  const { id: crisisId } = await aCrisis(world);

  await world.ask(kari, open, { input: { crisisId, reason } });

  expect(await waiting(world)).toBe(1);
});

test('they are told at once when it is opened, and when somebody stands for it too', async () => {
  await using database = await ownDatabase();
  const world = await worldOver(database);
  await using office = await PostOffice.open();
  const room = await roomFor(database, office);
  await room.start();
  try {
    await hasOfficer(world, 'vera', 'vera@example.org');
    const { id: crisisId } = await aCrisis(world, 'Meslinger i Prøvedalen');
    const { data } = await world.ask<{ openBreakGlass: { id: string } }>(kari, open, {
      input: { crisisId, reason },
    });
    const id = data?.openBreakGlass.id;

    const first = await office.letter(0);
    expect(first.recipients).toEqual(['vera@example.org']);
    expect(first.mail.subject).toBe('Nødtilgang er åpnet');
    expect(first.mail.text).toContain(
      'Kari Prøve har åpnet nødtilgang i krisen «Meslinger i Prøvedalen».',
    );
    expect(first.mail.text).toContain(`Grunnen som ble oppgitt: ${reason}`);
    expect(first.mail.text).toContain('Den varer til 22. november 2026 kl. 17:00.');
    expect(first.mail.text).toContain(`https://samband.example.org/krise/nodtilgang/${id}`);

    await world.ask(parwin, confirm, { input: { id, expectedVersion: 1 } });
    const second = await office.letter(1);
    expect(second.mail.subject).toBe('Nødtilgang er bekreftet');
    expect(second.mail.text).toContain(
      'Parwin Prøve har bekreftet nødtilgangen til Kari Prøve i krisen «Meslinger i Prøvedalen».',
    );
  } finally {
    await room.stop();
  }
});

test('what has been reviewed before the letter went out is told no more', async () => {
  await using database = await ownDatabase();
  const world = await worldOver(database);
  await hasOfficer(world, 'vera', 'vera@example.org');
  const one = await opened(world, kari);
  expect(one).toBeInstanceOf(BreakGlass);
  await world.ask(parwin, confirm, { input: { id: one.id, expectedVersion: 1 } });
  await world.pool.query(
    `update break_glass set closed_at = $2, account = 'Ringte tre', accounted_at = $2, finding = 'I orden',
       reviewed_by = 'Vera', reviewed_at = $2 where id = $1`,
    [one.id, now],
  );
  await using office = await PostOffice.open();
  const room = await roomFor(database, office);
  await room.start();
  try {
    await expect.poll(() => waiting(world)).toBe(0);
    expect(office.received).toEqual([]);
  } finally {
    await room.stop();
  }
});
