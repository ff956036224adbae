// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';

import { statePurpose } from '#client/access/purpose.ts';
import { PersonScreen } from '#client/person/PersonScreen.tsx';
import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, anEditor, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const show = (world: World, { id }: { id: string }, viewer: Viewer) =>
  draw(<PersonScreen id={id} />, world.as(viewer), `/person/${id}`);

const section = () => screen.findByRole('region', { name: 'Samtykker' });

/** A person with consents that hold, long over and taken back, on any day that these tests are run. */
async function hasConsents(world: World) {
  const person = aPerson();
  await world.has(person);
  await world.has(
    aPersonalContactPoint(person, personalKey, { value: '+4700000123' }),
    aConsent(person, Purpose.REGISTER_CARE, { expiresOn: '2999-12-31' }),
    aConsent(person, Purpose.MEETING, { givenOn: '2018-01-01', expiresOn: '2020-03-01' }),
    aConsent(person, Purpose.COUNCIL, {
      expiresOn: '2999-12-31',
      withdrawnOn: '2026-07-02',
      withdrawnBy: ConsentMethod.EMAIL,
    }),
  );
  return person;
}

/** The row of a purpose. */
const row = async (purpose: string) => {
  const heading = await within(await section()).findByRole('heading', { name: purpose });
  return heading.closest('li')!;
};

test('who does not see consents does not ask for them', async ({ world }) => {
  const person = await hasConsents(world);
  const ask = vi.spyOn(world, 'ask');
  show(world, person, aViewer(Role.RECRUITER));

  await screen.findByRole('region', { name: 'Kontakt' });
  await screen.findByRole('button', { name: /^Vis kontaktpunkter/ });
  expect(screen.queryByRole('region', { name: 'Samtykker' })).toBeNull();
  expect(ask.mock.calls.map(([, query]) => String(query)).join()).not.toContain('consents');
});

test('who sees consents but does not look after them has nothing to press', async ({ world }) => {
  const person = await hasConsents(world);
  show(world, person, aCoordinator());

  expect(await row('Krise')).toHaveTextContent('Ikke spurt');
  expect(within(await section()).queryByRole('button')).toBeNull();
});

test('an editor from elsewhere has nothing to press either', async ({ world }) => {
  const person = await hasConsents(world);
  show(world, person, { ...anEditor(), scope: new Set<number>() });

  await row('Krise');
  expect(within(await section()).queryByRole('button')).toBeNull();
});

test('how it stands with each purpose is told in words, and how it came about', async ({
  world,
}) => {
  const person = await hasConsents(world);
  show(world, person, aCoordinator());

  const care = await row('Stell av registeret');
  expect(care).toHaveTextContent('Gjelder til 31. desember 2999');
  expect(care).toHaveTextContent('Gitt 1. juni 2026 på telefon, tekst 2023-08 på norsk bokmål');
  expect(await row('Møter')).toHaveTextContent('Utløpt 1. mars 2020');
  expect(await row('Råd og utvalg')).toHaveTextContent('Trukket 2. juli 2026 på e-post');
  expect(await row('Krise')).toHaveTextContent('Ikke spurt');
});

test('what is refused is told at the field, and what was typed stays', async ({ world }) => {
  const person = await hasConsents(world);
  show(world, person, anEditor());
  await row('Krise');
  await userEvent.click(
    within(await section()).getByRole('button', { name: 'Registrer samtykke' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Registrer samtykke' }));

  fireEvent.change(dialog.getByLabelText('Hvilken dag'), { target: { value: '2026-11-23' } });
  await userEvent.selectOptions(dialog.getByLabelText('Hvordan samtykket ble gitt'), 'I et møte');
  await userEvent.click(dialog.getByRole('button', { name: 'Registrer samtykke' }));
  expect(await dialog.findByText('Dagen har ikke vært ennå. Velg i dag eller før.')).toBeVisible();
  expect(dialog.getByLabelText('Hvilken dag')).toHaveValue('2026-11-23');
  expect(dialog.getByLabelText('Hvordan samtykket ble gitt')).toHaveValue('MEETING');

  fireEvent.change(dialog.getByLabelText('Hvilken dag'), { target: { value: '2026-11-20' } });
  await userEvent.selectOptions(
    dialog.getByLabelText('Hva det er sagt ja til'),
    'Stell av registeret',
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Registrer samtykke' }));
  expect(
    await dialog.findByText('Det er allerede sagt ja til dette, og det gjelder fortsatt.'),
  ).toBeVisible();
  expect(dialog.getByLabelText('Hva det er sagt ja til')).toHaveAttribute('aria-invalid', 'true');
  expect(await row('Krise')).toHaveTextContent('Ikke spurt');
});

test('a yes is noted with the very text that was shown, in its language', async ({ world }) => {
  const person = await hasConsents(world);
  show(world, person, anEditor());
  await row('Krise');
  await userEvent.click(
    within(await section()).getByRole('button', { name: 'Registrer samtykke' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Registrer samtykke' }));

  expect(dialog.getByLabelText('Hva det er sagt ja til')).toHaveValue('CRISIS');
  expect(await dialog.findByText(/^Jeg sier ja til .* i en krise/)).toBeVisible();
  await userEvent.selectOptions(dialog.getByLabelText('Språket teksten ble lest på'), 'Nynorsk');
  expect(await dialog.findByText(/^Eg seier ja til .* i ei krise/)).toHaveAttribute('lang', 'nn');
  fireEvent.change(dialog.getByLabelText('Hvilken dag'), { target: { value: '2026-11-20' } });
  expect(dialog.getByText(/Det gjelder til og med 19\. januar 2029/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Registrer samtykke' }));

  await waitFor(async () => expect(await row('Krise')).toHaveTextContent('Gjelder til'));
  expect(await row('Krise')).toHaveTextContent(
    'Gitt 20. november 2026 på telefon, tekst 2023-08 på norsk nynorsk',
  );
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await screen.findByText('Samtykket er registrert.')).toBeVisible();
});

test('a no masks at once what is shown on the page, and says so beforehand', async ({ world }) => {
  const person = await hasConsents(world);
  const viewer = anEditor();
  statePurpose('REGISTER_CARE', viewer);
  const { container } = show(world, person, viewer);
  await userEvent.click(await screen.findByRole('button', { name: /^Vis kontaktpunkter/ }));
  await screen.findByRole('link', { name: /^Ring/ });

  await userEvent.click(
    await screen.findByRole('button', { name: 'Trekk samtykke: Stell av registeret' }),
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Trekk samtykket til stell av registeret?' }),
  );
  expect(
    dialog.getByText(/Fra nå av ser ingen hele numre og adresser til Synne Prøve/),
  ).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Trekk samtykke' }));

  expect(await screen.findByRole('button', { name: /^Vis kontaktpunkter/ })).toBeVisible();
  await waitFor(async () =>
    expect(await row('Stell av registeret')).toHaveTextContent(/^Stell av registeretTrukket/),
  );
  expect(container.innerHTML).not.toContain('0000123');
});

test('whoever comes second with a no is told that somebody was there before', async ({ world }) => {
  const person = await hasConsents(world);
  show(world, person, anEditor());
  await userEvent.click(
    await screen.findByRole('button', { name: 'Trekk samtykke: Stell av registeret' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await world.pool.query(
    'update consent set version = version + 1 where person_id = $1 and purpose = $2',
    [person.id, Purpose.REGISTER_CARE],
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Trekk samtykke' }));

  expect(await dialog.findByText(/Noen andre endret dette samtidig/)).toBeVisible();
});
