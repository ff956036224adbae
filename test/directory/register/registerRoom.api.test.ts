import { afterEach, beforeEach, expect } from 'vitest';

import { anOrganisation } from '#seeds/organisation.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { openRegisters } from '#server/directory/register/openRegisters.ts';
import { registerRoom } from '#server/registerRoom.ts';
import { aDeletedUnit, RegisterOfOthers } from '#test/support/RegisterOfOthers.ts';
import { test } from '#test/support/world.ts';

let others: RegisterOfOthers;
beforeEach(async () => {
  others = await RegisterOfOthers.open();
});
afterEach(() => others[Symbol.asyncDispose]());

test('a server follows the registers by itself, and says who it is', async ({
  committed: world,
}) => {
  await world.has(anOrganisation({ number: '310000531' }));
  others.units.set('310000531', aDeletedUnit('310000531', '2026-11-20'));
  const registers = openRegisters(
    {
      registers: { brreg: new URL(others.origin), klass: new URL(`${others.origin}/klass`) },
      registerContact: 'samband@example.org',
      publicUrl: new URL('https://samband.example'),
    },
    () => new Date(),
  )!;
  const told: object[] = [];
  const room = registerRoom({
    url: String(world.pool.options.connectionString),
    pool: world.pool,
    registers,
    clock: () => new Date(),
    log: { warn: (fields) => told.push(fields), error: (fields) => told.push(fields) },
  });
  await room.start();
  try {
    for (const task of ['watchRegisters', 'watchAreas']) {
      await inTransaction(world.pool, (run) => addJob(run, task, {}, task));
    }
    await expect
      .poll(async () => (await world.pool.query('select from register_proposal')).rowCount, {
        timeout: 30_000,
      })
      .toBe(1);
    await expect
      .poll(async () => (await world.pool.query('select from register_feed')).rowCount, {
        timeout: 30_000,
      })
      .toBe(2);
    const { rows } = await world.pool.query<{ identifier: string }>(
      'select identifier from graphile_worker._private_known_crontabs order by 1',
    );
    expect(rows.map(({ identifier }) => identifier)).toEqual(['watchAreas', 'watchRegisters']);
    expect(told).toEqual([]);
    expect(new Set(others.calls.map(({ userAgent }) => userAgent))).toEqual(
      new Set(['Samband (+https://samband.example; mailto:samband@example.org)']),
    );
  } finally {
    await room.stop();
  }
});

test('where nobody said where they are, no register is asked', () => {
  const nowhere = {
    registers: { brreg: null, klass: null },
    registerContact: null,
    publicUrl: null,
  };
  expect(openRegisters(nowhere, () => new Date())).toBeNull();
});
