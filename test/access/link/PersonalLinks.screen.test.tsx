// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { OrganisationScreen } from '#client/organisation/OrganisationScreen.tsx';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

// jsdom knows dialogs, and cannot open them.
if (!('showModal' in HTMLDialogElement.prototype)) {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    },
  });
}

async function show(world: World, viewer = anEditor(), hasAddress = true) {
  const organisation = anOrganisation({ name: 'Foreningen Prøve' });
  await world.has(
    organisation,
    aContactPoint(organisation, { position: 0, value: '+4700000001' }),
    ...(hasAddress
      ? [
          aContactPoint(organisation, {
            position: 1,
            channel: ContactChannel.EMAIL,
            value: 'post@example.org',
          }),
        ]
      : []),
  );
  draw(
    <OrganisationScreen id={organisation.id} />,
    world.as(viewer),
    `/virksomhet/${organisation.id}`,
  );
  await screen.findByRole('heading', { name: 'Foreningen Prøve' });
}

const links = () => screen.findByRole('region', { name: 'Personlige lenker' });

test('an editor sends a link, told exactly what goes to whom, and takes it back', async ({
  world,
}) => {
  await show(world);
  expect(await within(await links()).findByText('Ingen lenker virker nå.')).toBeVisible();
  await userEvent.click(
    within(await links()).getByRole('button', { name: 'Send personlig lenke' }),
  );

  const dialog = await screen.findByRole('dialog', { name: 'Send personlig lenke' });
  await userEvent.selectOptions(within(dialog).getByLabelText('Språk i brevet'), 'AR');
  const date = within(dialog).getByLabelText<HTMLInputElement>('Siste dag lenken virker');
  await userEvent.clear(date);
  await userEvent.type(date, '2026-12-24');
  expect(dialog).toHaveTextContent(
    'Vi sender et brev på arabisk til post@example.org. Lenken i det viser hva registeret har om Foreningen Prøve, til og med 24. desember 2026.',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send brevet' }));

  const sent = await within(await links()).findByRole('listitem');
  expect(sent).toHaveTextContent('post@example.org');
  expect(sent).toHaveTextContent('arabisk · virker til og med 24. desember 2026');
  expect(sent).toHaveTextContent('på vei ut · ikke åpnet ennå');
  expect(screen.queryByRole('dialog')).toBeNull();

  await userEvent.click(within(sent).getByRole('button', { name: /Trekk tilbake/ }));
  const asking = await screen.findByRole('dialog', { name: 'Trekke tilbake lenken?' });
  await userEvent.type(within(asking).getByLabelText(/Hvorfor/), 'Sendt til feil adresse');
  await userEvent.click(within(asking).getByRole('button', { name: 'Trekk tilbake' }));
  expect(await within(await links()).findByText('Ingen lenker virker nå.')).toBeVisible();
  const { rows } = await world.pool.query<{ verb: string; reason: string | null }>(
    `select verb, reason from change where record = 'personal_link' order by version`,
  );
  expect(rows).toEqual([
    { verb: 'issuePersonalLink', reason: null },
    { verb: 'revokePersonalLink', reason: 'Sendt til feil adresse' },
  ]);
});

test('a day that will not do is said at its field, and what was chosen stays', async ({
  world,
}) => {
  await show(world);
  await userEvent.click(
    within(await links()).getByRole('button', { name: 'Send personlig lenke' }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.selectOptions(within(dialog).getByLabelText('Språk i brevet'), 'SO');
  const date = within(dialog).getByLabelText<HTMLInputElement>('Siste dag lenken virker');
  date.removeAttribute('min');
  await userEvent.clear(date);
  await userEvent.type(date, '2026-11-01');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send brevet' }));
  expect(await within(dialog).findByText('Velg en dag etter i dag.')).toBeVisible();
  expect(within(dialog).getByLabelText('Språk i brevet')).toHaveValue('SO');
});

test('without an address there is nowhere to send a link, and the screen says so', async ({
  world,
}) => {
  await show(world, anEditor(), false);
  expect(within(await links()).queryByRole('button', { name: 'Send personlig lenke' })).toBeNull();
  expect(await links()).toHaveTextContent('verken e-postadresse eller nummer for tekstmeldinger');
});

test('who may not send links does not see them', async ({ world }) => {
  await show(world, aCoordinator());
  expect(await screen.findByRole('region', { name: 'Kontakt' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Personlige lenker' })).toBeNull();
});
