// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { OrganisationScreen } from '#client/organisation/OrganisationScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { done } from '#test/person/editing.ts';
import { draw } from '#test/support/draw.tsx';
import { aReader, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const show = (world: World, { id }: { id: string }, viewer: Viewer = anEditor()) =>
  draw(
    <UndoProvider>
      <OrganisationScreen id={id} />
      <OfferedUndo />
    </UndoProvider>,
    world.as(viewer),
    `/virksomhet/${id}`,
  );

/** An organisation with a leader, who alone can be reached, and a secretary. */
async function led(world: World) {
  const organisation = anOrganisation({ name: 'Sambandsprøven' });
  const [leader, secretary] = [
    aPerson({ givenName: 'Leder', familyName: 'Prøve' }),
    aPerson({ givenName: 'Sekretær', familyName: 'Prøve' }),
  ];
  await world.has(organisation, leader, secretary);
  const affiliation = anAffiliation(leader, organisation, {
    role: AffiliationRole.LEADER,
    isPrimary: true,
  });
  await world.has(
    affiliation,
    anAffiliation(secretary, organisation, { role: AffiliationRole.SECRETARY }),
    aPersonalContactPoint(leader, personalKey),
  );
  return { organisation, leader, secretary, affiliation };
}

async function openGesture() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ikke leder lenger: Leder Prøve' }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Leder Prøve er ikke leder lenger' });
  await within(dialog).findByLabelText('Hvem er leder nå?');
  await lastDayIs('2026-11-20');
  return within(dialog);
}

/** The days of the register are those of the tests, those of the browser are today's. */
async function lastDayIs(day: string) {
  const field = screen.getByLabelText('Siste dag');
  await userEvent.clear(field);
  await userEvent.type(field, day);
  return field;
}

const held = async (world: World) => {
  const { rows } = await world.pool.query<{ name: string; role: string; held: boolean }>(
    `select p.given_name as name, a.role, a.until is null as held from affiliation a join person p on p.id = a.person_id
     order by a.role, a.since`,
  );
  return rows.map(({ name, role, held: isHeld }) => `${name} ${role}${isHeld ? '' : ' før'}`);
};

test('a reader has nothing to press', async ({ world }) => {
  const { organisation } = await led(world);
  show(world, organisation, aReader());
  await screen.findByRole('link', { name: 'Leder Prøve' });
  expect(screen.queryByRole('button', { name: /lenger/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Legg til person' })).toBeNull();
});

test('that nobody is left to turn to is said before it is done, and on the page afterwards', async ({
  world,
}) => {
  const { organisation } = await led(world);
  show(world, organisation);
  const dialog = await openGesture();
  expect(dialog.getByText(/ingen å kontakte i/)).toHaveTextContent('Sambandsprøven');
  await userEvent.selectOptions(
    dialog.getByLabelText('Hvem er leder nå?'),
    'Ingen, eller jeg vet ikke ennå',
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));

  expect(await screen.findByText(/Ingen måte å nå denne virksomheten på virker/)).toBeVisible();
  expect(await held(world)).toEqual(['Leder leader før', 'Sekretær secretary']);
});

test('somebody there takes over, and both are put back with one press', async ({ world }) => {
  const { organisation } = await led(world);
  show(world, organisation);
  const dialog = await openGesture();
  await userEvent.selectOptions(dialog.getByLabelText('Hvem er leder nå?'), 'Sekretær Prøve');
  expect(dialog.queryByText(/ingen å kontakte/)).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));

  await screen.findByRole('button', { name: 'Ikke leder lenger: Sekretær Prøve' });
  expect(await held(world)).toEqual(['Leder leader før', 'Sekretær leader', 'Sekretær secretary']);

  await userEvent.click(screen.getByRole('button', { name: 'Angre' }));
  await screen.findByRole('button', { name: 'Ikke leder lenger: Leder Prøve' });
  expect(await held(world)).toEqual(['Leder leader', 'Sekretær secretary']);
});

test('somebody new takes over; what will not do is said at its field', async ({ world }) => {
  const { organisation } = await led(world);
  show(world, organisation);
  const dialog = await openGesture();
  await userEvent.selectOptions(dialog.getByLabelText('Hvem er leder nå?'), 'En ny person');
  await userEvent.type(dialog.getByLabelText('Telefon eller e-post'), 'ring meg');
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));

  const name = dialog.getByLabelText('Fornavn');
  await waitFor(() => expect(name).toHaveAccessibleDescription(/Fyll ut/));
  const way = dialog.getByLabelText('Telefon eller e-post');
  expect(way).toHaveAccessibleDescription(/ikke et telefonnummer/);
  expect(await held(world)).toEqual(['Leder leader', 'Sekretær secretary']);

  await waitFor(() => expect(name).toBeEnabled());
  await userEvent.type(name, 'Nyvalgt');
  await userEvent.clear(way);
  await userEvent.type(way, 'nyvalgt@example.org');
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));
  await screen.findByRole('link', { name: 'Nyvalgt' });
});

test('a last day before the first is refused at the day', async ({ world }) => {
  const { organisation } = await led(world);
  show(world, organisation);
  const dialog = await openGesture();
  const day = await lastDayIs('2020-01-01');
  await userEvent.selectOptions(dialog.getByLabelText('Hvem er leder nå?'), 'Sekretær Prøve');
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));
  await waitFor(() => expect(day).toHaveAccessibleDescription(/Siste dag er før første dag/));
});

test('an affiliation is put right, and where two changed the same, both are shown', async ({
  world,
}) => {
  const { organisation, affiliation } = await led(world);
  show(world, organisation);
  await userEvent.click(await screen.findByRole('button', { name: 'Rediger: Leder Prøve' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Leder Prøve i/ }));
  await done(world, 'editAffiliation', {
    id: affiliation.id,
    expectedVersion: 1,
    title: 'Deres',
    since: '2023-05-01',
  });
  await userEvent.type(dialog.getByLabelText('Tittel'), 'Min');
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));

  const choice = await dialog.findByRole('radiogroup', { name: 'Tittel' });
  expect(choice).toHaveTextContent('Deres');
  const radio = within(choice).getByRole('radio', { name: /^Det du skrev/ });
  await waitFor(() => expect(radio).toBeEnabled());
  await userEvent.click(radio);
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await screen.findByText('Min')).toBeVisible();
  const { rows } = await world.pool.query('select title, since from affiliation where id = $1', [
    affiliation.id,
  ]);
  expect(rows).toEqual([{ title: 'Min', since: '2023-05-01' }]);
});

test('somebody of the register is found while one types, and added', async ({
  committed: world,
}) => {
  const { organisation } = await led(world);
  await done(world, 'createPerson', { idempotencyKey: crypto.randomUUID(), givenName: 'Fjern' });
  show(world, organisation);
  await userEvent.click(await screen.findByRole('button', { name: 'Legg til person' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Ny tilknytning/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));
  const finder = dialog.getByRole('combobox', { name: 'Finn personen' });
  await waitFor(() => expect(finder).toHaveAccessibleDescription(/Fyll ut/));

  await userEvent.type(finder, 'fjern');
  await userEvent.click(await dialog.findByRole('option', { name: 'Fjern' }));
  const since = dialog.getByLabelText('Fra og med');
  await userEvent.clear(since);
  await userEvent.type(since, '2026-11-01');
  await userEvent.click(dialog.getByRole('button', { name: 'Lagre' }));
  await screen.findByRole('link', { name: 'Fjern' });
});
