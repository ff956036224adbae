// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';

import { PersonScreen } from '#client/person/PersonScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { draw } from '#test/support/draw.tsx';
import { aReader, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { does, done } from './editing.ts';

const show = (world: World, { id }: { id: string }, viewer: Viewer = anEditor()) =>
  draw(
    <UndoProvider>
      <PersonScreen id={id} />
      <OfferedUndo />
    </UndoProvider>,
    world.as(viewer),
    `/person/${id}`,
  );

async function somebody(world: World) {
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve' });
  await world.has(person);
  await world.has(aPersonalContactPoint(person, personalKey, { value: '+4700000123' }));
  return person;
}

async function openForm() {
  await userEvent.click(await screen.findByRole('button', { name: 'Rediger' }));
  return screen.findByLabelText('Fornavn');
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Lagre' }));

async function retype(label: string, text: string) {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

const rowOf = async (world: World, id: string) => {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    'select given_name, family_name, version from person where id = $1',
    [id],
  );
  return rows[0];
};

test('who may not edit a person has nothing to press', async ({ world }) => {
  const person = await somebody(world);
  show(world, person, aReader());
  await screen.findByRole('heading', { level: 1, name: 'Synne Prøve' });
  expect(screen.queryByRole('button', { name: 'Rediger' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Arkiver' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Legg til tilknytning' })).toBeNull();
});

test('what is edited stands on the page, and is taken back with one press', async ({ world }) => {
  const person = await somebody(world);
  show(world, person);
  await openForm();
  await retype('Etternavn', 'Ny');
  await save();

  await screen.findByRole('heading', { level: 1, name: 'Synne Ny' });
  expect(await rowOf(world, person.id)).toEqual({
    given_name: 'Synne',
    family_name: 'Ny',
    version: 2,
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Angre' }));
  await screen.findByRole('heading', { level: 1, name: 'Synne Prøve' });
});

test('asks for no value in full, and shows those that are there masked', async ({ world }) => {
  const person = await somebody(world);
  const ask = vi.spyOn(world, 'ask');
  show(world, person);
  await openForm();
  expect(screen.getByRole('group', { name: 'Telefon +47 ••• •• 123' })).toBeVisible();
  expect(ask.mock.calls.map(([, query]) => String(query)).join()).not.toContain('@purpose');
});

test('what will not do is said at its field, and nothing that was typed is gone', async ({
  world,
}) => {
  const person = await somebody(world);
  show(world, person);
  await openForm();
  await retype('Etternavn', '01819080050');
  await userEvent.type(screen.getByLabelText('Nytt nummer eller adresse'), 'ring meg');
  await save();

  const name = await screen.findByLabelText('Etternavn');
  await waitFor(() => expect(name).toHaveAccessibleDescription(/fødselsnummer/));
  expect(name).toHaveValue('01819080050');
  const value = screen.getByLabelText('Nytt nummer eller adresse');
  expect(value).toHaveAccessibleDescription(/ikke et telefonnummer/);
  expect(value).toHaveValue('ring meg');
  expect((await rowOf(world, person.id))?.['version']).toBe(1);
});

test('a new way to reach somebody waits for a yes, which may be recorded at once', async ({
  world,
}) => {
  const person = await somebody(world);
  show(world, person);
  await openForm();
  await userEvent.click(screen.getByRole('button', { name: 'Legg til kontaktpunkt' }));
  const row = screen.getByRole('group', { name: 'Nytt kontaktpunkt' });
  await userEvent.selectOptions(within(row).getByLabelText('Kontaktmåte'), 'E-post');
  await userEvent.type(within(row).getByLabelText('Nummer eller adresse'), 'synne@example.org');
  await save();

  const note = (await screen.findByText(/vises skjult til Synne Prøve har sagt ja/)).parentElement!;
  expect(await screen.findByText(/s•••@example/)).toBeVisible();
  await userEvent.click(within(note).getByRole('button', { name: 'Registrer samtykke' }));
  expect(await screen.findByRole('dialog', { name: 'Registrer samtykke' })).toBeVisible();
});

test('ways to reach somebody change places and go', async ({ world }) => {
  const person = await somebody(world);
  await world.has(
    aPersonalContactPoint(person, personalKey, { value: '+4700000456', position: 1 }),
  );
  show(world, person);
  await openForm();
  await userEvent.click(screen.getByRole('button', { name: 'Flytt opp: Telefon +47 ••• •• 456' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ta bort: Telefon +47 ••• •• 123' }));
  await save();

  await screen.findByRole('heading', { level: 1, name: 'Synne Prøve' });
  const { rows } = await world.pool.query('select position from person_contact_point');
  expect(rows).toHaveLength(1);
  await waitFor(() => expect(screen.queryByText('+47 ••• •• 123')).toBeNull());
  expect(screen.getByText('+47 ••• •• 456')).toBeVisible();
});

test('where somebody changed other fields meanwhile, both stand', async ({ world }) => {
  const person = await somebody(world);
  show(world, person);
  await openForm();
  await done(world, 'editPerson', { id: person.id, expectedVersion: 1, givenName: 'Nora' });
  await retype('Etternavn', 'Ny');
  await save();

  await screen.findByRole('heading', { level: 1, name: 'Nora Ny' });
});

test.for([
  ['Det du skrev', 'Synne Min'],
  ['Det som står der nå', 'Synne Deres'],
] as const)(
  'where two changed the same, both are shown, and one is chosen: %s',
  async ([whose, then], { world }) => {
    const person = await somebody(world);
    show(world, person);
    await openForm();
    await does(world, 'editPerson', { id: person.id, expectedVersion: 1, familyName: 'Deres' });
    await retype('Etternavn', 'Min');
    await save();

    const choice = await screen.findByRole('radiogroup', { name: 'Etternavn' });
    expect(choice).toHaveTextContent('Min');
    expect(choice).toHaveTextContent('Deres');
    expect((await rowOf(world, person.id))?.['family_name']).toBe('Deres');

    const radio = within(choice).getByRole('radio', { name: new RegExp(`^${whose}`) });
    await waitFor(() => expect(radio).toBeEnabled());
    await userEvent.click(radio);
    await save();
    await screen.findByRole('heading', { level: 1, name: then });
  },
);

test('who is archived says so on their page, and is brought back from there', async ({ world }) => {
  const person = await somebody(world);
  show(world, person);
  await userEvent.click(await screen.findByRole('button', { name: 'Arkiver' }));
  const dialog = await screen.findByRole('dialog', { name: 'Arkivere Synne Prøve?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Arkiver' }));

  await screen.findByText(/^Arkivert 22. november 2026/);
  await userEvent.click(screen.getByRole('button', { name: 'Hent frem igjen' }));
  await screen.findByRole('button', { name: 'Arkiver' });
});
