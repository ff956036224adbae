import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { admitByHand } from '#server/access/admitByHand.ts';
import { test } from '#test/support/world.ts';

const ada = {
  issuer: 'https://id.example.org',
  subject: `ada-${process.pid}`,
  name: 'Ada Prøve',
  email: 'ada@example.org',
  role: Role.READER,
};

test('somebody is let in once, and given another role later', async ({ world }) => {
  const kept = async () => {
    const { rows } = await world.pool.query(
      'select name, email, role, disabled_at from staff_user where subject = $1',
      [ada.subject],
    );
    return rows;
  };

  expect(await admitByHand(world, ada)).toBe(true);
  expect(await kept()).toEqual([
    { name: 'Ada Prøve', email: 'ada@example.org', role: 'reader', disabled_at: null },
  ]);

  await world.pool.query('update staff_user set disabled_at = $1 where subject = $2', [
    '2026-11-22T08:00:00Z',
    ada.subject,
  ]);
  expect(await admitByHand(world, { ...ada, email: null, role: Role.EDITOR })).toBe(false);
  expect(await kept()).toEqual([
    { name: 'Ada Prøve', email: 'ada@example.org', role: 'editor', disabled_at: null },
  ]);
});
