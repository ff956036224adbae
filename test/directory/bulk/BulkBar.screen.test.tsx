// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, vi } from 'vitest';

import { BulkEditsScreen } from '#client/directory/bulk/BulkEditsScreen.tsx';
import { SearchScreen } from '#client/directory/SearchScreen.tsx';
import { bulkEditsPath } from '#client/paths.ts';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { somebody } from '#test/directory/audience/audiences.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { topic } from '#test/directory/terms.ts';

// A document without a screen has no media: a wide one with a mouse stands in for it.
beforeEach(() => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media !== '(pointer: coarse)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal('scrollTo', () => undefined);
});

const drawSearch = (world: World, viewer: Viewer) =>
  draw(
    <UndoProvider>
      <SearchScreen />
      <OfferedUndo />
    </UndoProvider>,
    world.as(viewer),
    '/?q=solsikke',
  );

const choice = (name: string) => screen.findByRole('checkbox', { name: `Velg ${name}` });
const bar = () => screen.findByRole('region', { name: 'Valgte treff' });

async function hasSunflowers(world: World, count: number): Promise<void> {
  await world.has(
    ...Array.from({ length: count }, (_, at) =>
      anOrganisation({ name: `Solsikke ${String.fromCharCode(65 + at)}` }),
    ),
  );
}

const withTopic = async (world: World): Promise<number> => {
  const { rowCount } = await world.pool.query('select from organisation where $1 = any(topics)', [
    topic('mental_health').number,
  ]);
  return rowCount ?? 0;
};

async function countTopic(): Promise<HTMLElement> {
  await userEvent.click(within(await bar()).getByRole('button', { name: 'Endre de valgte' }));
  const dialog = await screen.findByRole('dialog', { name: 'Endre de valgte' });
  const picker = await within(dialog).findByRole('combobox', { name: 'Tema' });
  await userEvent.type(picker, 'Psykisk h');
  await userEvent.click(await within(dialog).findByRole('option', { name: /Psykisk helse/ }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Tell opp' }));
  return dialog;
}

test('who may not change the register has nothing to choose with', async ({ world }) => {
  await hasSunflowers(world, 1);
  drawSearch(world, aCoordinator());
  await screen.findByRole('link', { name: 'Solsikke A' });
  expect(screen.queryByRole('checkbox', { name: /^Velg/ })).toBeNull();
});

test('one by one, a range with shift, with a key, and none again', async ({ world }) => {
  await hasSunflowers(world, 5);
  drawSearch(world, await somebody(world, Role.EDITOR));

  await userEvent.click(await choice('Solsikke B'));
  expect(await bar()).toHaveTextContent('1 valgt');
  fireEvent.click(await choice('Solsikke D'), { shiftKey: true });
  expect(await bar()).toHaveTextContent('3 valgt');
  screen.getByRole('link', { name: 'Solsikke E' }).focus();
  await userEvent.keyboard('x');
  expect(await bar()).toHaveTextContent('4 valgt');
  expect(await choice('Solsikke A')).not.toBeChecked();
  await userEvent.click(within(await bar()).getByRole('button', { name: 'Fjern valget' }));
  expect(screen.queryByRole('region', { name: 'Valgte treff' })).toBeNull();
  expect(await choice('Solsikke B')).not.toBeChecked();
});

test('all that the search finds but for one get a topic, after the number is seen, and lose it again', async ({
  world,
}) => {
  await hasSunflowers(world, 23);
  await world.has(aPerson({ givenName: 'Sol', familyName: 'Solsikke' }));
  drawSearch(world, await somebody(world, Role.EDITOR));
  await userEvent.click(await choice('Solsikke A'));
  await userEvent.click(within(await bar()).getByRole('button', { name: 'Velg alle 24 treff' }));
  await userEvent.click(await choice('Solsikke B'));
  expect(await bar()).toHaveTextContent('23 valgt');

  const dialog = await countTopic();
  expect(await within(dialog).findByText(/22 virksomheter får temaet/)).toHaveTextContent(
    '22 virksomheter får temaet Psykisk helse.',
  );
  expect(
    within(dialog).getByText('1 er en person, og personer endres én om gangen.'),
  ).toBeVisible();
  expect(await withTopic(world)).toBe(0);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Endre 22 virksomheter' }));

  expect(await screen.findByText('22 virksomheter er endret.')).toBeVisible();
  expect(await withTopic(world)).toBe(22);
  await userEvent.click(await screen.findByRole('button', { name: 'Angre' }));
  expect(await screen.findByText('Angret. Alt er som før.')).toBeVisible();
  expect(await withTopic(world)).toBe(0);
});

test('long afterwards it is taken back as one from the list of what was done to many', async ({
  world,
}) => {
  await hasSunflowers(world, 3);
  const editor = await somebody(world, Role.EDITOR);
  const { unmount } = drawSearch(world, editor);
  await userEvent.click(await choice('Solsikke A'));
  await userEvent.click(await choice('Solsikke B'));
  const dialog = await countTopic();
  await userEvent.click(
    await within(dialog).findByRole('button', { name: 'Endre 2 virksomheter' }),
  );
  await screen.findByText('2 virksomheter er endret.');
  unmount();

  draw(<BulkEditsScreen />, world.as(editor), bulkEditsPath);
  await userEvent.click(await screen.findByRole('button', { name: /^Angre for alle/ }));
  const asked = await screen.findByRole('dialog', { name: 'Angre endringen for alle' });
  expect(within(asked).getByText('2 virksomheter får tilbake det som sto.')).toBeVisible();
  await userEvent.type(within(asked).getByRole('textbox'), 'Feil tema');
  await userEvent.click(within(asked).getByRole('button', { name: 'Angre' }));

  expect(await screen.findByText(/^Angret .*, av /)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Angre for alle/ })).toBeNull();
  expect(await withTopic(world)).toBe(0);
});

test('where nobody would be changed there is nothing to press', async ({ world }) => {
  await world.has(anOrganisation({ name: 'Solsikke A', topics: [topic('mental_health')] }));
  drawSearch(world, await somebody(world, Role.EDITOR));
  await userEvent.click(await choice('Solsikke A'));
  const dialog = await countTopic();

  expect(await within(dialog).findByText(/Ingen virksomheter får temaet/)).toBeVisible();
  expect(within(dialog).getByText(/1 er slik fra før:/)).toHaveTextContent('Solsikke A');
  expect(within(dialog).queryByRole('button', { name: /^Endre/ })).toBeNull();
});

test('what is to be added is asked for at its field', async ({ world }) => {
  await hasSunflowers(world, 1);
  drawSearch(world, await somebody(world, Role.EDITOR));
  await userEvent.click(await choice('Solsikke A'));
  await userEvent.click(within(await bar()).getByRole('button', { name: 'Endre de valgte' }));
  const dialog = await screen.findByRole('dialog', { name: 'Endre de valgte' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Tell opp' }));
  expect(await within(dialog).findByText('Fyll ut dette feltet.')).toBeVisible();
});
