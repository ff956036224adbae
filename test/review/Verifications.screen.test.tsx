// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { PersonVerifications } from '#client/review/PersonVerifications.tsx';
import { Verifications } from '#client/review/Verifications.tsx';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

async function show(world: World, viewer = anEditor()) {
  const organisation = anOrganisation({ verifiedOn: '2023-01-10' });
  await world.has(organisation);
  draw(<Verifications organisationId={organisation.id} />, world.as(viewer));
  await screen.findByText('Kontaktopplysninger');
  return organisation;
}

const rowOf = (group: string) => screen.getByText(group).closest('li')!;

test('one press after a telephone call makes all of it fresh, and another takes that back', async ({
  world,
}) => {
  await show(world);
  expect(rowOf('Kontaktopplysninger')).toHaveTextContent('Bekreftet på telefon 10. jan. 2023');
  expect(rowOf('Kontaktopplysninger')).toHaveTextContent('Utdatert');

  await userEvent.type(screen.getByLabelText('Hvem sa det? (valgfritt)'), 'Lederen');
  await userEvent.click(screen.getByRole('button', { name: 'Alt bekreftet på telefon i dag' }));
  expect(await screen.findByText('Alt er bekreftet i dag.')).toBeVisible();
  for (const group of ['Kontaktopplysninger', 'Temaer']) {
    await within(rowOf(group)).findByText(/22\. nov\. 2026/);
    expect(rowOf(group)).toHaveTextContent('Lederen');
  }

  await userEvent.click(screen.getByRole('button', { name: 'Angre bekreftelsen' }));
  expect(await screen.findByText('Bekreftelsen er tatt tilbake.')).toBeVisible();
  expect(await within(rowOf('Temaer')).findByText(/10\. jan\. 2023/)).toBeVisible();
});

test('one group is confirmed at a meeting, the others stay as old as they were', async ({
  world,
}) => {
  await show(world);
  await userEvent.click(screen.getByLabelText('I et møte'));
  await userEvent.click(screen.getByRole('button', { name: 'Bekreft Områder' }));
  expect(await screen.findByText('Områder: bekreftet i dag.')).toBeVisible();
  expect(await within(rowOf('Områder')).findByText(/i et møte 22\. nov\. 2026/)).toBeVisible();
  expect(rowOf('Temaer')).toHaveTextContent('10. jan. 2023');
});

test('who may not correct it sees how old it is, and no button', async ({ world }) => {
  await show(world, aCoordinator());
  expect(rowOf('Navn og type')).toHaveTextContent('10. jan. 2023');
  expect(screen.queryByRole('button')).toBeNull();
});

test('what is told of a person is confirmed the same way, and says nothing of where anybody is from', async ({
  world,
}) => {
  const person = aPerson({ verifiedOn: '2023-01-10' });
  await world.has(person);
  draw(<PersonVerifications personId={person.id} />, world.as(anEditor()));
  await screen.findByText('Vil bidra med');
  expect(document.body).not.toHaveTextContent('landbakgrunn');
  await userEvent.click(screen.getByRole('button', { name: 'Bekreft Språk' }));
  expect(await screen.findByText('Språk: bekreftet i dag.')).toBeVisible();
  expect(await within(rowOf('Språk')).findByText(/på telefon 22\. nov\. 2026/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Angre bekreftelsen' }));
  expect(await within(rowOf('Språk')).findByText(/10\. jan\. 2023/)).toBeVisible();
});
