// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';

import { endPurpose, statePurpose } from '#client/access/purpose.ts';
import { maskShown } from '#client/access/shown.ts';
import { ContactSheetScreen } from '#client/directory/ContactSheetScreen.tsx';
import { Purpose } from '#schema/access/Purpose.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import {
  aConsent,
  anAffiliation,
  aPerson,
  aPersonalContactPoint,
  aPersonLanguage,
} from '#seeds/person.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const show = (world: World, viewer = aCoordinator()) =>
  draw(<ContactSheetScreen />, world.as(viewer), '/kontaktark?q=Blåklokka');

/** Says what the sheet is for. */
const makeFor = async (purpose: RegExp) =>
  userEvent.click(await screen.findByRole('button', { name: purpose }));

async function hasBlåklokka(world: World, consents: readonly Purpose[] = []): Promise<void> {
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
    ...consents.map((purpose) => aConsent(leader, purpose)),
  );
}

test('nothing is asked of the register before it is said what the sheet is for', async ({
  world,
}) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);
  const ask = vi.spyOn(world, 'ask');
  const asked = () => ask.mock.calls.map(([, query]) => /query (\w+)/.exec(String(query))?.[1]);

  show(world);
  await screen.findByRole('button', { name: /^Krise/ });
  expect(asked()).toEqual(['Viewer']);
  expect(screen.queryByRole('button', { name: 'Skriv ut' })).toBeNull();

  await makeFor(/^Krise/);
  await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });
  expect(asked().filter((name) => name === 'ContactSheet')).toHaveLength(1);
});

test('without a purpose the sheet is made with what is masked', async ({ world }) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);

  const { container } = show(world);
  await makeFor(/^Lag arket uten numre/);

  const row = await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });
  expect(row).toHaveTextContent('+47 ••• •• 123 (skjult)');
  expect(container.innerHTML).not.toMatch(/0{5}123/);
  expect(screen.getByText(/^Uten formål: numre og adresser/)).toBeVisible();
});

test('who has not said yes is on the sheet with the reason in a word, and is not counted as seen', async ({
  world,
}) => {
  await hasBlåklokka(world, [Purpose.COUNCIL]);

  const { container } = show(world);
  await makeFor(/^Krise/);

  const row = await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });
  expect(row).toHaveTextContent('+47 ••• •• 123 (ikke sagt ja)');
  expect(container.innerHTML).not.toMatch(/0{5}123/);
  expect(screen.getByText('Ingen personer vises med hele kontaktpunkter.')).toBeVisible();
});

test('each row has numbers to ring, the one to ask first, and room to note it', async ({
  world,
}) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);

  show(world);
  await makeFor(/^Krise/);
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

test('a sheet is not asked for again by what happens elsewhere, and goes when what let it be made has ended', async ({
  world,
}) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);
  const ask = vi.spyOn(world, 'ask');
  const asked = () => ask.mock.calls.filter(([, query]) => String(query).includes('ContactSheet('));

  const { container } = show(world);
  await makeFor(/^Krise/);
  await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });
  act(() => maskShown());

  expect(await screen.findByRole('heading', { name: 'Hva skal arket brukes til?' })).toBeVisible();
  expect(container.innerHTML).not.toMatch(/0{5}123/);
  expect(asked()).toHaveLength(1);
});

test('languages are told with how well they are spoken, the one that was asked for first', async ({
  world,
}) => {
  const em = world.em.fork({ keepTransactionContext: true });
  const person = aPerson({ givenName: 'Amina' });
  await world.has(person);
  for (const [code, speaks] of [
    ['ar', LanguageLevel.FLUENT],
    ['so', LanguageLevel.BASIC],
  ] as const) {
    const language = await em.findOneOrFail(Language, { code });
    await world.has(aPersonLanguage(person, language, { speaks }));
  }

  draw(<ContactSheetScreen />, world.as(aReader()), '/kontaktark?q=somali');

  const row = await screen.findByRole('row', { name: /^Amina Prøve/ });
  expect(row).toHaveTextContent('somali (litt), arabisk');
});

test('where the tab has a purpose, the sheet is made for that with one press, or for another', async ({
  world,
}) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);
  const viewer = aCoordinator();
  statePurpose('CRISIS', viewer);

  show(world, viewer);
  const make = await screen.findByRole('button', { name: 'Lag arket for krise' });
  expect(screen.getByText('Du leser for:', { exact: false })).toHaveTextContent(
    'Du leser for: krise',
  );
  expect(screen.queryByRole('button', { name: /^Krise/ })).toBeNull();
  expect(screen.getByRole('button', { name: /^Møter/ })).toBeVisible();
  expect(screen.getAllByText(/logget/)).toHaveLength(1);

  await userEvent.click(make);
  const row = await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });
  expect(within(row).getByText(/000.00.123/)).toBeVisible();
});

test('another purpose is another sheet', async ({ world }) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);

  const { container } = show(world);
  await makeFor(/^Krise/);
  await screen.findByRole('row', { name: /^Foreningen Blåklokka/ });
  act(() => endPurpose());

  expect(await screen.findByRole('heading', { name: 'Hva skal arket brukes til?' })).toBeVisible();
  expect(container.innerHTML).not.toMatch(/0{5}123/);
});

test('the sheet shows what the reader may see, and no more', async ({ world }) => {
  await hasBlåklokka(world);

  const { container } = show(world, aReader());

  const masked = await screen.findAllByText('+47 ••• •• 123');
  expect(masked.length).toBeGreaterThan(0);
  expect(screen.getByText(/spør en koordinator eller en registerkontakt/)).toBeVisible();
  expect(container.innerHTML).not.toMatch(/0{5}123/);
});

test('it says what was searched for, how many there are, by whom and for what it was made, and how to keep it', async ({
  world,
}) => {
  await hasBlåklokka(world, [Purpose.CRISIS]);

  show(world);
  await makeFor(/^Krise/);

  expect(await screen.findByText(/^Viser \d+ av \d+ treff\.$/)).toBeVisible();
  expect(screen.getAllByText(/Søk: «/)[0]).toHaveTextContent('Søk: «Blåklokka»');
  expect(screen.getByText(/Arket har personopplysninger/)).toBeVisible();
  expect(screen.getAllByText(/av Prøve coordinator, koordinator, for krise\.$/)[0]).toBeVisible();
  expect(
    screen.getByText('Kontaktpunktene til én person vises i sin helhet. Det er logget.'),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Skriv ut' })).toBeVisible();
});

test('an empty sheet says so', async ({ world }) => {
  show(world);
  await makeFor(/^Møter/);

  expect(await screen.findByRole('heading', { name: 'Ingen treff' })).toBeVisible();
});
