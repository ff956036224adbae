import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { admitByHand } from '#server/access/admitByHand.ts';
import { test, type World } from '#test/support/world.ts';

const ada = {
  issuer: 'https://id.example.org',
  subject: `ada-${process.pid}`,
  name: 'Ada Prøve',
  email: 'ada@example.org',
  role: Role.READER,
};

const admit = (
  { pool }: World,
  member: typeof ada | (Omit<typeof ada, 'email'> & { email: null }),
) => admitByHand({ pool, clock: () => new Date('2026-11-22T08:00:00Z') }, member);

test('somebody is let in once, and given another role later', async ({ world }) => {
  const kept = async () => {
    const { rows } = await world.pool.query(
      'select name, email, role, version, disabled_at from staff_user where subject = $1',
      [ada.subject],
    );
    return rows;
  };

  expect(await admit(world, ada)).toBe(true);
  expect(await kept()).toEqual([
    { name: 'Ada Prøve', email: 'ada@example.org', role: 'reader', version: 1, disabled_at: null },
  ]);

  await world.pool.query('update staff_user set disabled_at = $1 where subject = $2', [
    '2026-11-22T08:00:00Z',
    ada.subject,
  ]);
  expect(await admit(world, { ...ada, email: null, role: Role.EDITOR })).toBe(false);
  expect(await kept()).toEqual([
    { name: 'Ada Prøve', email: 'ada@example.org', role: 'editor', version: 2, disabled_at: null },
  ]);
});

test('the change log tells of it, as done by the system', async ({ world }) => {
  await admit(world, ada);
  await admit(world, { ...ada, role: Role.EDITOR });

  const { rows } = await world.pool.query(
    `select record, version, verb, via, by_id as by, fields from change order by version`,
  );
  expect(rows).toEqual([
    {
      record: 'staff_user',
      version: 1,
      verb: 'admitByHand',
      via: 'system',
      by: null,
      fields: [
        { field: 'name', before: null, after: 'Ada Prøve' },
        { field: 'email', before: null, after: 'ada@example.org' },
        { field: 'role', before: null, after: 'reader' },
      ],
    },
    {
      record: 'staff_user',
      version: 2,
      verb: 'admitByHand',
      via: 'system',
      by: null,
      fields: [{ field: 'role', before: 'reader', after: 'editor' }],
    },
  ]);
});

test('the last administrator stays one by this door too', async ({ world }) => {
  await admit(world, { ...ada, role: Role.ADMINISTRATOR });

  await expect(admit(world, ada)).rejects.toMatchObject({
    constraint: 'staff_user_keeps_an_administrator',
  });
});
