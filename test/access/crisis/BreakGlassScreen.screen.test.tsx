// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { BreakGlassScreen } from '#client/access/crisis/BreakGlassScreen.tsx';
import { Role } from '#schema/access/Role.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { draw } from '#test/support/draw.tsx';
import { test, type World } from '#test/support/world.ts';
import { now, opened, reason, someone } from './someone.ts';

const coordinator = someone(Role.COORDINATOR, 'Kari');
const officer = someone(Role.PRIVACY_OFFICER, 'Vera');
const account = 'Ringte tre ledere i Bergen om meslinger; alle har fått det med seg.';

const show = (world: World, viewer: Viewer, id: string) =>
  draw(<BreakGlassScreen id={id} />, world.as(viewer), `/krise/nodtilgang/${id}`);

test('for who may not see it, it is not there', async ({ world }) => {
  const { id } = await opened(world, coordinator);
  show(world, someone(Role.EDITOR, 'Ragnar'), id);

  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Siden finnes ikke');
});

test('while it is open there is no account to give, and another coordinator gives none ever', async ({
  world,
}) => {
  const { id } = await opened(world, coordinator);
  show(world, coordinator, id);
  expect(await screen.findByText(reason)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  document.body.replaceChildren();

  await world.pool.query('update break_glass set closed_at = $1', [now]);
  show(world, someone(Role.COORDINATOR, 'Ola'), id);
  expect(await screen.findByText(reason)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('the account is given by who opened it, in words', async ({ world }) => {
  const { id } = await opened(world, coordinator, { closedAt: now });
  show(world, coordinator, id);
  const user = userEvent.setup();

  await user.type(await screen.findByLabelText('Hva ble den brukt til?'), 'Ringte');
  await user.click(screen.getByRole('button', { name: 'Lever redegjørelsen' }));
  expect(await screen.findByText('Skriv minst 15 bokstaver.')).toBeVisible();
  await user.clear(screen.getByLabelText('Hva ble den brukt til?'));
  await user.type(screen.getByLabelText('Hva ble den brukt til?'), account);
  await user.click(screen.getByRole('button', { name: 'Lever redegjørelsen' }));

  expect(await screen.findByText(/^Gjort rede for .*Venter på personvernombudet/)).toBeVisible();
  expect(screen.getByText(account)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Det som er sett med nødtilgangen' })).toBeNull();
});

test('the privacy officer sees what was seen by it, and reviews it', async ({ world }) => {
  const { id } = await opened(world, coordinator, {
    closedAt: now,
    account,
    accountedAt: now,
  });
  show(world, officer, id);
  const user = userEvent.setup();

  expect(
    await screen.findByRole('link', { name: 'Det som er sett med nødtilgangen' }),
  ).toHaveAttribute(
    'href',
    `/personvern/lesninger?hvem=${coordinator.id}&formal=BREAK_GLASS&fra=2026-11-22&til=2026-11-22`,
  );
  await user.type(screen.getByLabelText('Hva fant du?'), 'I orden');
  await user.click(screen.getByRole('button', { name: 'Lagre gjennomgangen' }));

  expect(await screen.findByText(/^Gjennomgått .* av Vera$/)).toBeVisible();
  expect(screen.getByText('I orden')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});
