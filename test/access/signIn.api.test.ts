import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { test } from '#test/support/world.ts';
import { hasStaff, Reception } from './Reception.ts';

test('who is chosen on the demo page is signed in, and lands where they were going', async ({
  world: { pool },
}) => {
  await using reception = await Reception.open(pool);
  await hasStaff(pool, { subject: 'kari', name: 'Kari Koordinator', role: Role.COORDINATOR });
  const visitor = reception.visitor();

  const choice = await visitor.visit('/signin?returnTo=/search?text=somali%20grorud');
  expect(choice.at).toMatch(/^\/oidc\/choose\//);
  const landed = await visitor.send(choice.at, { user: 'kari' });

  expect(landed.at).toBe('/search?text=somali%20grorud');
  expect(await landed.json()).toMatchObject({
    name: 'Kari Koordinator',
    role: 'coordinator',
    via: 'session',
  });
});
