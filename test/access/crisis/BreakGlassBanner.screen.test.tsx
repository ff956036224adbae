// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Client } from 'urql';
import { expect, vi } from 'vitest';

import { BreakGlassBanner } from '#client/access/crisis/BreakGlassBanner.tsx';
import { Viewer_query } from '#client/access/viewer.ts';
import { Role } from '#schema/access/Role.ts';
import { draw } from '#test/support/draw.tsx';
import { test } from '#test/support/world.ts';
import { hoursFromNow, now, opened, someone } from './someone.ts';

const coordinator = someone(Role.COORDINATOR, 'Kari');
const officer = someone(Role.PRIVACY_OFFICER, 'Vera');

/** Draws the banner, and gives the names of what was asked once it is known who is here. */
async function show(client: Client): Promise<string[]> {
  const asked: string[] = [];
  const execute = client.executeRequestOperation.bind(client);
  client.executeRequestOperation = (operation) => {
    const [definition] = operation.query.definitions;
    if (definition && 'name' in definition) asked.push(definition.name?.value ?? '');
    return execute(operation);
  };
  draw(<BreakGlassBanner />, client);
  await act(async () => {
    await client.query(Viewer_query, {}).toPromise();
  });
  return asked;
}

const banner = () => screen.findByRole('complementary', { name: 'Nødtilgang' });

test('nobody else is asked about it, nor told', async ({ world }) => {
  await opened(world, coordinator);
  for (const role of [Role.READER, Role.EDITOR, Role.RECRUITER, Role.ADMINISTRATOR]) {
    const asked = await show(world.as(someone(role, 'Prøve')));
    expect(asked.filter((name) => name !== 'Viewer')).toEqual([]);
    expect(screen.queryByRole('complementary')).toBeNull();
  }
});

test('whoever has not opened it has no banner, though they may confirm it', async ({ world }) => {
  await opened(world, coordinator);
  const asked = await show(world.as(someone(Role.COORDINATOR, 'Ola')));

  await waitFor(() => expect(asked).toContain('BreakGlassBanner'));
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('it says what for, until when, and that each look is logged', async ({ world }) => {
  await opened(world, coordinator);
  await show(world.as(coordinator));

  const text = (await banner()).textContent;
  expect(text).toContain('Nødtilgang: Meslinger i Prøvedalen');
  expect(text).toContain('Åpen til søndag kl. 17:00.');
  expect(text).toContain('Alt du ser på, blir logget. Om lag 4 timer igjen.');
});

test('the time that is left is told in whole minutes, and counts down from what the server said', async ({
  world,
}) => {
  await opened(world, coordinator, {
    openedAt: hoursFromNow(-3),
    expiresAt: hoursFromNow(1),
    accountDueAt: hoursFromNow(1 + 7 * 24),
  });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  try {
    await show(world.as(coordinator));
    expect(await banner()).toHaveTextContent('60 minutter igjen.');

    act(() => void vi.advanceTimersByTime(5 * 60_000));
    expect(await banner()).toHaveTextContent('55 minutter igjen.');
  } finally {
    vi.useRealTimers();
  }
});

test('it is asked about anew once a minute while somebody is at it, and not when nobody is', async ({
  world,
}) => {
  await opened(world, coordinator);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const asked = await show(world.as(coordinator));
    await banner();
    const times = () => asked.filter((name) => name === 'BreakGlassBanner').length;
    const before = times();

    act(() => void vi.advanceTimersByTime(30 * 60_000));
    expect(times()).toBe(before);
    act(() => {
      dispatchEvent(new Event('pointerdown'));
      vi.advanceTimersByTime(60_000);
    });
    await vi.waitFor(() => expect(times()).toBe(before + 1));
  } finally {
    vi.useRealTimers();
  }
});

test('who comes back to the page is told how it is now', async ({ world }) => {
  const it = await opened(world, coordinator);
  await show(world.as(coordinator));
  await banner();

  await world.pool.query('update break_glass set closed_at = $2 where id = $1', [it.id, now]);
  act(() => void dispatchEvent(new Event('focus')));

  expect(await screen.findByRole('link', { name: 'Gjør rede' })).toBeVisible();
});

test('it is ended after a confirmation, and then the banner asks for the account', async ({
  world,
}) => {
  const it = await opened(world, coordinator);
  await show(world.as(coordinator));
  const user = userEvent.setup();

  await user.click(within(await banner()).getByRole('button', { name: 'Avslutt nødtilgang' }));
  const dialog = screen.getByRole('dialog', { name: 'Avslutt nødtilgang' });
  await user.click(within(dialog).getByRole('button', { name: 'Avbryt' }));
  expect(within(await banner()).getByText('Alt du ser på', { exact: false })).toBeVisible();

  await user.click(within(await banner()).getByRole('button', { name: 'Avslutt nødtilgang' }));
  await user.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Avslutt nødtilgang' }),
  );
  expect(
    await screen.findByText('Gjør rede for nødtilgangen før søndag 29. november.'),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'Gjør rede' })).toHaveAttribute(
    'href',
    `/krise/nodtilgang/${it.id}#redegjorelse`,
  );
  expect(screen.queryByRole('button')).toBeNull();
});

test('when the account is late, the banner says so', async ({ world }) => {
  await opened(world, coordinator, {
    openedAt: hoursFromNow(-240),
    expiresAt: hoursFromNow(-236),
    accountDueAt: hoursFromNow(-68),
  });
  await show(world.as(coordinator));

  expect(await banner()).toHaveTextContent(
    'Fristen for å gjøre rede for nødtilgangen var torsdag 19. november.',
  );
});

test('the privacy officer is told that one is open, and that one waits', async ({ world }) => {
  await opened(world, coordinator);
  await opened(world, someone(Role.COORDINATOR, 'Ola'), {
    closedAt: now,
    account: 'Ringte tre ledere',
    accountedAt: now,
  });
  await show(world.as(officer));

  const notice = await screen.findByRole('complementary', { name: 'Nødtilgang å følge med på' });
  expect(notice).toHaveTextContent(
    'Én nødtilgang er åpen. Én nødtilgang venter på at du går gjennom den.Se nødtilgang',
  );
  expect(within(notice).getByRole('link')).toHaveAttribute('href', '/krise');
});

test('where nothing is open and nothing waits, the privacy officer is told nothing', async ({
  world,
}) => {
  await opened(world, coordinator, {
    closedAt: now,
    account: 'Ringte tre ledere',
    accountedAt: now,
    finding: 'I orden',
    reviewedBy: 'Vera',
    reviewedAt: now,
  });
  const asked = await show(world.as(officer));

  await waitFor(() => expect(asked).toContain('BreakGlassBanner'));
  expect(screen.queryByRole('complementary')).toBeNull();
});
