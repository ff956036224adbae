import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { Running } from '#test/launch/Running.ts';
import { testSecret } from '#test/support/database.ts';
import { DigestDesk } from './DigestDesk.ts';

test('a server that is killed while its letter is taken has sent one, and so has the next server', async () => {
  await using desk = await DigestDesk.open();
  const { office, database } = desk;
  const { pool } = database;
  await desk.follower(Role.COORDINATOR);
  await desk.world.has(anOrganisation({ name: 'Solsikken' }));
  await pool.query(`update audience_subscription set due_at = now() - interval '1 minute'`);
  const folder = mkdtempSync(join(tmpdir(), 'samband-digest-'));
  const start = () =>
    Running.server({
      DATABASE_URL: database.url,
      // Whoever may alter tables has done so already.
      DATABASE_MIGRATE_URL: database.url,
      SAMBAND_KEY: testSecret.toString('hex'),
      SAMBAND_DATA_DIR: folder,
      SAMBAND_DEMO: 'off',
      SMTP_URL: office.url,
      MAIL_FROM: 'samband@example.org',
      PORT: '0',
    });

  const first = start();
  office.whenTaken = () => void first.kill('SIGKILL');
  try {
    await office.letter(0);
    await first.end();
    office.whenTaken = (answer) => answer();
    // The job was not done: it is the next server's, as it would be after some hours.
    await pool.query(
      `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
    );
    expect(await desk.waiting()).toBe(1);

    const second = start();
    await second.origin();
    await expect.poll(() => desk.waiting(), { timeout: 20_000 }).toBe(0);
    await second.kill('SIGTERM').end();

    expect(office.received).toHaveLength(1);
    // Nobody knows whether the letter came, so what it told is told again, another day.
    expect((await desk.subscriptions())[0]?.members).toEqual([]);
  } finally {
    first.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
