// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { ChangesScreen } from '#client/access/ChangesScreen.tsx';
import { ReadsScreen } from '#client/access/ReadsScreen.tsx';
import { Role } from '#schema/access/Role.ts';
import { Person } from '#schema/person/Person.ts';
import { aStaffUser } from '#seeds/access.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import { ReadLog } from '#server/access/ReadLog.ts';
import { correct } from '#test/organisation/correct.ts';
import { draw } from '#test/support/draw.tsx';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

const officer = () => aViewer(Role.PRIVACY_OFFICER);

async function reads(world: World, count: number) {
  const person = new Person('Synne', 'Prøve');
  const user = aStaffUser({ role: Role.COORDINATOR, name: 'Prøve Koordinator', subject: 'log' });
  await world.has(person, user);
  const log = new ReadLog(world.pool, () => undefined);
  for (let read = 0; read < count; read++) {
    const purpose = read ? 'crisis' : 'council';
    await log.append([
      {
        at: new Date(Date.UTC(2026, 10, 1, 11, read)),
        viewerId: user.id,
        via: 'session',
        personId: person.id,
        fields: ['contactPoints.value'],
        purpose,
        requestId: `request-${read}`,
      },
    ]);
  }
  return { person, user };
}

test('the privacy officer sees who read what of whom, and for what; never a value', async ({
  committed: world,
}) => {
  const { user } = await reads(world, 2);
  draw(<ReadsScreen />, world.as(officer()), '/personvern/lesninger');

  const table = await screen.findByRole('table', { name: '2 lesninger' });
  const [, latest] = within(table).getAllByRole('row');
  expect(
    within(latest!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([
    '1. november 2026 kl. 12:01',
    'Prøve Koordinator (koordinator)',
    'Synne Prøve Vis bare',
    'Kontaktpunkt',
    'Krise',
  ]);
  expect(within(latest!).getByTitle('Forespørsel request-1')).toBeVisible();

  await userEvent.selectOptions(screen.getByLabelText('Formål'), 'Råd og utvalg');
  expect(await screen.findByRole('table', { name: '1 lesning' })).toBeVisible();
  expect(location.search).toBe('?formal=COUNCIL');

  await userEvent.click(screen.getByRole('link', { name: 'Prøve Koordinator (koordinator)' }));
  expect(location.search).toBe(`?formal=COUNCIL&hvem=${user.id}`);
  await userEvent.click(await screen.findByRole('link', { name: /^Prøve Koordinator ?Ta bort$/ }));
  expect(location.search).toBe('?formal=COUNCIL');
});

test('a log is walked through page by page, and nothing is said to be nothing', async ({
  committed: world,
}) => {
  await reads(world, 52);
  draw(<ReadsScreen />, world.as(officer()), '/personvern/lesninger');

  await screen.findByTitle('Forespørsel request-51');
  expect(screen.queryByTitle('Forespørsel request-1')).toBeNull();
  await userEvent.click(screen.getByRole('link', { name: 'Eldre' }));
  expect(await screen.findByTitle('Forespørsel request-1')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Eldre' })).toBeNull();
  await userEvent.click(screen.getByRole('link', { name: 'Nyere' }));
  expect(await screen.findByTitle('Forespørsel request-51')).toBeVisible();
});

test('what is narrowed to nothing says so, and leads back', async ({ committed: world }) => {
  await reads(world, 1);
  draw(<ReadsScreen />, world.as(officer()), '/personvern/lesninger?fra=2026-11-03');

  expect(await screen.findByText(/Ingenting passer/)).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Vis alt' }));
  expect(await screen.findByRole('table', { name: '1 lesning' })).toBeVisible();
});

test('the privacy officer sees what was changed in the whole register', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Før' });
  await world.has(organisation);
  draw(<ChangesScreen />, world.as(officer()), '/personvern/endringer').unmount();
  await correct(world, { id: organisation.id, name: 'Etter', reason: 'De ringte' }, anEditor());
  draw(<ChangesScreen />, world.as(officer()), '/personvern/endringer');

  const table = await screen.findByRole('table', { name: '1 endring' });
  const [, row] = within(table).getAllByRole('row');
  expect(row).toHaveTextContent('Etter (virksomhet)');
  expect(row).toHaveTextContent('RettetDe ringte');
  expect(row).toHaveTextContent('Navnfra Før → til Etter');
  await userEvent.click(screen.getByRole('link', { name: 'Vis bare Etter' }));
  expect(location.search).toBe(`?hva=${organisation.id}`);
});

test('a consent is told in words, with whose it is, and no more than people read', async ({
  world,
}) => {
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve' });
  await world.has(person);
  const input = {
    personId: person.id,
    purpose: 'CRISIS',
    method: 'PHONE',
    givenOn: '2026-11-20',
    language: 'nn',
  };
  const recordIt = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`;
  expect((await world.ask(anEditor(), recordIt, { input })).errors).toBeUndefined();
  draw(<ChangesScreen />, world.as(officer()), '/personvern/endringer');

  const table = await screen.findByRole('table', { name: '1 endring' });
  const [, row] = within(table).getAllByRole('row');
  expect(row).toHaveTextContent('Samtykke om Synne Prøve (person)');
  expect(within(row!).getByRole('link', { name: 'Synne Prøve' })).toHaveAttribute(
    'href',
    `/person/${person.id}`,
  );
  expect(row).toHaveTextContent('Registrerte samtykke');
  expect(
    within(row!)
      .getAllByRole('term')
      .map((it) => it.textContent),
  ).toEqual([
    'Formål',
    'Gitt',
    'Hvordan det ble sagt',
    'Utgave av teksten',
    'Språket til teksten',
    'Siste dag',
  ]);
  expect(row).toHaveTextContent('Gittfra ingenting → til 20. november 2026 kl. 13:00');
  expect(row).toHaveTextContent('Språket til tekstenfra ingenting → til norsk nynorsk');
});

test('whoever may not see traces is told so', async ({ world }) => {
  draw(<ChangesScreen />, world.as(aReader()), '/personvern/endringer');
  expect(await screen.findByRole('alert')).toHaveTextContent('Du har ikke tilgang til dette.');
});
