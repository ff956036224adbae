// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { statePurpose } from '#client/access/purpose.ts';
import { PurposeStrip } from '#client/access/PurposeStrip.tsx';
import type { Viewer } from '#server/access/Viewer.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

const coordinator = aCoordinator();
const show = (world: World, viewer: Viewer | null = coordinator) =>
  draw(
    <>
      <main tabIndex={-1} />
      <PurposeStrip />
    </>,
    world.as(viewer),
  );

const kept = () => JSON.stringify(Object.entries(sessionStorage));

test('nothing is stated before somebody states it', async ({ world }) => {
  show(world);

  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
});

test('what another user stated is not taken over by the next one in the tab, and is forgotten', async ({
  world,
}) => {
  statePurpose('CRISIS', { id: '00000000-0000-4000-8000-000000000007' });
  show(world);

  await waitFor(() => expect(kept()).toBe('[]'));
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('what is no longer one of the user’s purposes is forgotten', async ({ world }) => {
  const reader = { ...aReader(), id: coordinator.id };
  statePurpose('CRISIS', coordinator);
  show(world, reader);

  await waitFor(() => expect(kept()).toBe('[]'));
});

test('signing out forgets it', async ({ world }) => {
  statePurpose('CRISIS', coordinator);
  show(world, null);

  await waitFor(() => expect(kept()).toBe('[]'));
});

test('it is told while it holds, changed with one press and ended with another', async ({
  world,
}) => {
  statePurpose('CRISIS', coordinator);
  show(world);
  expect(await screen.findByText('krise')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Bytt til møter' }));
  expect(screen.getByRole('status')).toHaveTextContent('Du leser for: møter');

  await userEvent.click(screen.getByRole('button', { name: 'Avslutt' }));
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(screen.getByRole('main')).toHaveFocus();
  expect(kept()).toBe('[]');
});

test('what is kept in the tab does not tell who is using it', () => {
  statePurpose('CRISIS', coordinator);

  expect(kept()).toContain('CRISIS');
  expect(kept()).not.toContain(coordinator.id);
});
