// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { CrisisScreen } from '#client/access/crisis/CrisisScreen.tsx';
import { Role } from '#schema/access/Role.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { draw } from '#test/support/draw.tsx';
import { test, type World } from '#test/support/world.ts';
import { aCrisis, now, opened, reason, someone } from './someone.ts';

const coordinator = someone(Role.COORDINATOR, 'Kari');
const lead = someone(Role.PROGRAMME_LEAD, 'Parwin');

const show = (world: World, viewer: Viewer, address = '/krise') =>
  draw(<CrisisScreen />, world.as(viewer), address);

const reasonField = () => screen.findByLabelText('Hvorfor trenger du det?');

test('a reader is told that this is not for them', async ({ world }) => {
  await aCrisis(world);
  show(world, someone(Role.READER, 'Live'));

  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'Dette er ikke åpent for deg',
  );
  expect(screen.queryByText('Meslinger i Prøvedalen')).toBeNull();
});

test('the privacy officer sees what is open, and has nothing to declare or open', async ({
  world,
}) => {
  await opened(world, coordinator);
  show(world, someone(Role.PRIVACY_OFFICER, 'Vera'));

  expect(await screen.findByText(reason)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

test('without a crisis it says what one is for, and a new one is declared after saying what happens', async ({
  world,
}) => {
  show(world, coordinator);
  const user = userEvent.setup();
  expect(await screen.findByText('Ingen krise er erklært')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Erklær krise' }));
  const dialog = screen.getByRole('dialog', { name: 'Erklær krise' });
  expect(within(dialog).getByText(/Ingenting blir sendt til noen/)).toBeVisible();
  expect(within(dialog).getByLabelText('Hva det gjelder')).toHaveFocus();
  await user.click(within(dialog).getByRole('button', { name: 'Erklær krise' }));
  expect(await within(dialog).findByText('Fyll ut dette feltet.')).toBeVisible();
  expect(within(dialog).getByRole('alert')).toHaveTextContent(/^Rett feltet som er merket\.$/);

  await user.type(within(dialog).getByLabelText('Hva det gjelder'), 'Mæ');
  await user.click(within(dialog).getByRole('button', { name: 'Erklær krise' }));
  expect(await within(dialog).findByText('Skriv minst 5 bokstaver.')).toBeVisible();

  await user.type(within(dialog).getByLabelText('Hva det gjelder'), 'slinger i Prøvedalen');
  await user.click(within(dialog).getByRole('button', { name: 'Erklær krise' }));
  const declared = await screen.findByRole('heading', { name: 'Mæslinger i Prøvedalen' });
  await waitFor(() => expect(declared).toHaveFocus());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what is wrong with the reason stands at the field, and what was typed stays', async ({
  world,
}) => {
  const { id } = await aCrisis(world);
  show(world, coordinator, `/krise?apne=${id}`);
  const user = userEvent.setup();

  await user.type(await reasonField(), 'fordi ...');
  expect(screen.getByText('9 av 500 tegn')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Åpne nødtilgang' }));

  expect(await screen.findByText('Skriv minst 15 bokstaver.')).toBeVisible();
  expect(await reasonField()).toHaveValue('fordi ...');
  expect(await reasonField()).toHaveFocus();
  expect((await world.pool.query('select from break_glass')).rowCount).toBe(0);
});

test('a reason that is too long is not cut, but said to be', async ({ world }) => {
  const { id } = await aCrisis(world);
  show(world, coordinator, `/krise?apne=${id}`);
  const user = userEvent.setup();

  await user.click(await reasonField());
  await user.paste('a'.repeat(503));
  await user.click(screen.getByRole('button', { name: 'Åpne nødtilgang' }));

  expect(screen.getByText('3 tegn for mye')).toBeVisible();
  expect(await reasonField()).toBeInvalid();
  expect((await world.pool.query('select from break_glass')).rowCount).toBe(0);
});

test('it says what it gives before it is opened, and is then in the list', async ({ world }) => {
  const { id } = await aCrisis(world);
  show(world, coordinator, `/krise?apne=${id}`);
  const user = userEvent.setup();

  const dialog = await screen.findByRole('dialog', {
    name: 'Åpne nødtilgang: Meslinger i Prøvedalen',
  });
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(4);
  await user.type(await reasonField(), reason);
  await user.click(within(dialog).getByRole('button', { name: 'Åpne nødtilgang' }));

  expect(await screen.findByText('Åpen til søndag kl. 17:00')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: /Åpne nødtilgang/ })).toBeNull();
});

test('who owes an account is led to it', async ({ world }) => {
  const it = await opened(world, coordinator, { closedAt: now });
  const { id } = it.crisis;
  show(world, coordinator, `/krise?apne=${id}`);
  const user = userEvent.setup();

  await user.type(await reasonField(), reason);
  await user.click(screen.getByRole('button', { name: 'Åpne nødtilgang' }));

  expect(await screen.findByText(/Du må gjøre rede for den forrige/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Gjør rede for den forrige' })).toHaveAttribute(
    'href',
    `/krise/nodtilgang/${it.id}`,
  );
});

test('who has one open already is led to it', async ({ world }) => {
  const it = await opened(world, coordinator);
  show(world, coordinator, `/krise?apne=${it.crisis.id}`);
  const user = userEvent.setup();

  await user.type(await reasonField(), reason);
  await user.click(screen.getByRole('button', { name: 'Åpne nødtilgang' }));

  expect(await screen.findByText('Du har allerede en nødtilgang åpen.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Se nødtilgangen du har åpen' })).toHaveAttribute(
    'href',
    `/krise/nodtilgang/${it.id}`,
  );
});

test('nobody is offered to confirm their own; another person is told what it means', async ({
  world,
}) => {
  await opened(world, coordinator);
  show(world, coordinator);
  expect(await screen.findByText(reason)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Bekreft/ })).toBeNull();

  document.body.replaceChildren();
  show(world, lead);
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole('button', { name: 'Bekreft (til sammen 72 timer) Kari' }),
  );
  const dialog = screen.getByRole('dialog', { name: 'Bekrefte nødtilgangen til Kari' });
  expect(within(dialog).getByText(/i til sammen 72 timer/)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: /^Bekreft/ }));

  expect(await screen.findByText('Åpen til onsdag kl. 13:00, bekreftet av Parwin')).toBeVisible();
});

test('a crisis is ended after saying that what is open in it ends', async ({ world }) => {
  await opened(world, coordinator);
  show(world, lead);
  const user = userEvent.setup();

  await user.click(
    await screen.findByRole('button', { name: 'Avslutt krise Meslinger i Prøvedalen' }),
  );
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText(/slutter med det samme/)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Avslutt krise' }));

  expect(await screen.findByText('Ingen krise er erklært')).toBeVisible();
  expect(await screen.findByText(/^Avsluttet 22\. nov\. 2026.*Redegjørelsen skal/)).toBeVisible();
});

test('what is done with is shown when it is asked for', async ({ world }) => {
  await opened(world, coordinator, {
    closedAt: now,
    account: 'Ringte tre ledere',
    accountedAt: now,
    finding: 'I orden',
    reviewedBy: 'Vera',
    reviewedAt: now,
  });
  show(world, coordinator);
  const user = userEvent.setup();
  expect(await screen.findByText('Ingen nødtilgang er åpen eller venter på noe.')).toBeVisible();

  await user.click(screen.getByRole('checkbox', { name: 'Vis også gjennomgåtte' }));
  expect(await screen.findByText(/^Gjennomgått .* av Vera$/)).toBeVisible();
  expect(location.search).toBe('?alle=ja');
});
