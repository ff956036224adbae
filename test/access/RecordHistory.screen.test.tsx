// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, expect } from 'vitest';

import { OrganisationScreen } from '#client/organisation/OrganisationScreen.tsx';
import { PersonScreen } from '#client/person/PersonScreen.tsx';
import { Role } from '#schema/access/Role.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { aStaffUser } from '#seeds/access.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { correct } from '#test/organisation/correct.ts';
import { draw } from '#test/support/draw.tsx';
import { aReader, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

// jsdom knows the element, and not how it is opened and closed.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

const show = (world: World, { id }: Organisation, viewer: Viewer = anEditor()) =>
  draw(<OrganisationScreen id={id} />, world.as(viewer), `/virksomhet/${id}`);

async function corrected(world: World) {
  const user = aStaffUser({ role: Role.EDITOR, name: 'Prøve Redaktør', subject: 'screen' });
  const organisation = anOrganisation({ name: 'Før' });
  const phone = aContactPoint(organisation, { value: '+4700000001' });
  await world.has(user, organisation, phone);
  const editor = { ...anEditor(), id: user.id };
  const contactPoints = [{ id: phone.id, value: '+4700000002' }];
  const input = { id: organisation.id, name: 'Etter', contactPoints, reason: 'De ringte' };
  await correct(world, input, editor);
  return organisation;
}

const open = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Vis endringene' }));

test('the history says who, when, why, and what stood there before, when somebody opens it', async ({
  world,
}) => {
  show(world, await corrected(world));
  await screen.findByRole('heading', { name: 'Historikk' });
  expect(screen.queryByText('De ringte')).toBeNull();

  await open();
  const change = (await screen.findByText('Rettet')).closest('li')!;

  expect(within(change).getByText('Prøve Redaktør (registerkontakt)')).toBeVisible();
  expect(within(change).getByText('22. november 2026 kl. 13:00')).toBeVisible();
  expect(within(change).getByText('De ringte')).toBeVisible();
  expect(within(change).getByText('Navn').closest('div')).toHaveTextContent(
    'Navnfra Før → til Etter',
  );
});

test('undoing says what will happen, asks why, and stands in the history itself', async ({
  world,
}) => {
  show(world, await corrected(world));
  await open();
  await userEvent.click(
    await screen.findByRole('button', { name: /^Angre endringen fra 22\. november/ }),
  );

  const dialog = screen.getByRole('dialog', { name: 'Angre endringen?' });
  expect(dialog).toHaveTextContent('Navn: «Etter» blir til «Før» igjen');
  expect(dialog).toHaveTextContent('Kontaktpunkt: «+4700000002» blir til «+4700000001» igjen');
  const form = within(dialog);
  await userEvent.type(form.getByLabelText('Hvorfor angrer du?'), 'Det var feil');
  await userEvent.click(form.getByRole('button', { name: 'Angre endringen' }));

  expect(await screen.findByText('Angret en endring')).toBeVisible();
  expect(await screen.findByRole('heading', { level: 1, name: 'Før' })).toBeVisible();
  expect(screen.getByText('Angret siden.')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where somebody has changed the same since, their work stays and is told of', async ({
  world,
}) => {
  const organisation = await corrected(world);
  await correct(world, { id: organisation.id, expectedVersion: 2, name: 'Senere' });
  show(world, organisation);
  await open();
  const [, earlier] = await screen.findAllByRole('button', { name: /^Angre endringen fra/ });
  await userEvent.click(earlier!);

  const dialog = screen.getByRole('dialog');
  const form = within(dialog);
  await userEvent.type(form.getByLabelText('Hvorfor angrer du?'), 'Det var feil');
  await userEvent.click(form.getByRole('button', { name: 'Angre endringen' }));

  const told = await form.findByRole('alert');
  expect(told).toHaveTextContent('Det de skrev, blir stående, og ingenting er angret.');
  expect(told).toHaveTextContent('Navn: Senere');
  await waitFor(async () => {
    const { rows } = await world.pool.query('select name from organisation');
    expect(rows).toEqual([{ name: 'Senere' }]);
  });
});

test('what nobody has changed says so, and who may not see history has none', async ({ world }) => {
  const person = aPerson();
  const organisation = anOrganisation({ name: 'Urørt' });
  await world.has(person, organisation);
  const { unmount } = draw(<PersonScreen id={person.id} />, world.as(anEditor()));
  await open();
  expect(await screen.findByText(/Ingen har endret noe her/)).toBeVisible();
  unmount();

  show(world, organisation, aReader());
  await screen.findByRole('heading', { level: 1, name: 'Urørt' });
  expect(screen.queryByRole('heading', { name: 'Historikk' })).toBeNull();
});
