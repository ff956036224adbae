import { expect, test } from 'vitest';

import { ReadLog } from '#server/access/ReadLog.ts';
import { testSecret } from '#test/support/database.ts';
import { Register } from './Register.ts';
import { runToEnd } from './Running.ts';

const settingsOf = ({ ownerUrl }: Register) => ({
  DATABASE_URL: ownerUrl,
  SAMBAND_KEY: testSecret.toString('hex'),
  SAMBAND_DEMO: 'on',
});

async function fill({ database }: Register, ...moments: Date[]): Promise<void> {
  const log = new ReadLog(database.pool, () => undefined);
  for (const at of moments) {
    await log.append([
      {
        at,
        viewerId: crypto.randomUUID(),
        via: 'session',
        personId: crypto.randomUUID(),
        fields: ['contactPoints.value'],
        purpose: 'crisis',
        requestId: 'test',
      },
    ]);
  }
}

test('the read log is verified from the command line, and says where it was tampered with', async () => {
  await using register = await Register.open();
  const settings = settingsOf(register);
  await fill(register, new Date(), new Date());

  const whole = await runToEnd(['samband', 'verify-read-log'], settings);
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.output).toContain('The read log is whole: 2 reads in 2 batches.');
  const end = /It ends at (\d+:[0-9a-f]{64})/.exec(whole.output)?.[1] ?? '';
  const through = await runToEnd(['samband', 'verify-read-log', '--through', end], settings);
  expect(through).toMatchObject({ code: 0 });

  await register.rows("update read_log set purpose = 'audit' where batch = 2");

  const broken = await runToEnd(['samband', 'verify-read-log'], settings);
  expect(broken.code).toBe(1);
  expect(broken.complaint).toMatch(/^In batch 2 of the read log, from \d{4}-\d{2}, .*written\.$/m);
  const doctor = await runToEnd(['samband', 'doctor'], settings);
  expect(doctor.code).toBe(1);
  expect(doctor.output).toMatch(/✗ In batch 2 of the read log/);
});

test('months that are old are dropped from the command line, and the rest stays whole', async () => {
  await using register = await Register.open();
  const settings = settingsOf(register);
  await fill(register, new Date('2020-03-04T12:00:00Z'), new Date());

  const dropped = await runToEnd(['samband', 'drop-old-reads'], settings);
  expect(dropped).toMatchObject({ code: 0 });
  expect(dropped.output).toContain('2020-03\nThe reads of these months are gone; the chain stays.');

  expect(await register.figure('select count(*) from read_log')).toBe(1);
  expect(await runToEnd(['samband', 'verify-read-log'], settings)).toMatchObject({ code: 0 });
  const again = await runToEnd(['samband', 'drop-old-reads'], settings);
  expect(again.output).toContain('No reads are older than 24 months: nothing was dropped.');
});
