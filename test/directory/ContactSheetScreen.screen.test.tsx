// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect } from 'vitest';

import { ContactSheetScreen } from '#client/directory/ContactSheetScreen.tsx';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const show = (world: World, viewer = aCoordinator()) =>
  draw(<ContactSheetScreen />, world.as(viewer), '/kontaktark?q=Blåklokka');

async function hasBlåklokka(world: World): Promise<void> {
  const [organisation, leader] = [
    anOrganisation({ name: 'Foreningen Blåklokka' }),
    aPerson({ givenName: 'Amina' }),
  ];
  await world.has(organisation, leader);
  await world.has(
    aContactPoint(organisation, { position: 0, value: '+4700000001', bouncedOn: '2026-05-03' }),
    aContactPoint(organisation, { position: 1, value: '+4700000002', label: 'Kontor' }),
    aPersonalContactPoint(leader, personalKey, { value: '+4700000123' }),
    anAffiliation(leader, organisation, { title: 'Leder', isPrimary: true }),
  );
}

test('each row has numbers to ring, the one to ask first, and room to note it', async ({
  world,
}) => {
  await hasBlåklokka(world);

  show(world);
  const row = await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });

  expect(
    within(row)
      .getByText(/000.00.002/)
      .closest('a'),
  ).toHaveAttribute('href', 'tel:+4700000002');
  expect(row).toHaveTextContent(/\(Kontor\)/);
  expect(row).toHaveTextContent(/Amina Prøve, Leder/);
  expect(within(row).getByText(/000.00.123/)).toBeVisible();
  expect(row).toHaveTextContent('☐ Nådd');
  // The number that came back gives way to the one that may not.
  expect(row).not.toHaveTextContent(/000.00.001/);
});

test('the sheet shows what the reader may see, and no more', async ({ world }) => {
  await hasBlåklokka(world);

  const { container } = show(world, aReader());

  const masked = await screen.findAllByText('+47 ••• •• 123');
  expect(masked.length).toBeGreaterThan(0);
  expect(container.innerHTML).not.toMatch(/0{5}123/);
});

test('it says what was searched for, how many there are, by whom it was made and how to keep it', async ({
  world,
}) => {
  await hasBlåklokka(world);

  show(world);

  expect(await screen.findByText(/^Viser \d+ av \d+ treff\.$/)).toBeVisible();
  expect(screen.getAllByText(/Søk: «/)[0]).toHaveTextContent('Søk: «Blåklokka»');
  expect(screen.getByText(/Arket har personopplysninger/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Skriv ut' })).toBeVisible();
});

test('an empty sheet says so', async ({ world }) => {
  show(world);

  expect(await screen.findByRole('heading', { name: 'Ingen treff' })).toBeVisible();
});
