// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { ChangeProposalsScreen } from '#client/review/ChangeProposalsScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

/** Organisations that propose another name, one after the other. */
async function proposed(world: World, names: readonly string[]) {
  for (const [at, name] of names.entries()) {
    const organisation = anOrganisation({ name });
    await world.has(organisation);
    await world.pool.query(
      `insert into change_proposal (id, organisation_id, language, field_group, changes, fingerprint, proposed_at, proposed_on)
       values (gen_random_uuid(), $1, 'so', 'name', $2, $3, $4, '2026-11-20')`,
      [
        organisation.id,
        JSON.stringify([{ field: 'name', before: name, after: `${name} i Oslo` }]),
        name,
        `2026-11-20T12:00:0${at}Z`,
      ],
    );
  }
}

function show(world: World) {
  draw(
    <UndoProvider>
      <ChangeProposalsScreen />
      <OfferedUndo />
    </UndoProvider>,
    world.as(anEditor()),
    '/forslag',
  );
}

const cards = () =>
  screen.getAllByRole('listitem').map((card) => within(card).getByRole('heading').textContent);
const nameOf = async (world: World, name: string) =>
  (await world.pool.query('select from organisation where name = $1', [name])).rowCount;

test('where nothing waits, the page says so', async ({ world }) => {
  show(world);
  expect(await screen.findByText('Ingen forslag venter')).toBeVisible();
});

test('one works through them by keyboard: accept, take it back, move on, refuse with a reason', async ({
  world,
}) => {
  await proposed(world, ['Første forening', 'Andre forening', 'Tredje forening']);
  show(world);
  expect(await screen.findByText('3 forslag venter')).toBeVisible();
  const [first] = screen.getAllByRole('listitem');
  expect(first).toHaveTextContent('Første forening i Oslo');

  await userEvent.keyboard('a');
  await waitFor(() => expect(cards()).toEqual(['Andre forening', 'Tredje forening']));
  expect(await nameOf(world, 'Første forening i Oslo')).toBe(1);
  expect(await screen.findByText(/Godtatt: Første forening/)).toBeVisible();

  await userEvent.keyboard('u');
  await waitFor(() => expect(cards()).toHaveLength(3));
  expect(await nameOf(world, 'Første forening')).toBe(1);

  await userEvent.keyboard('jr');
  const field = await screen.findByLabelText('Hvorfor tar vi det ikke inn?');
  expect(field).toHaveFocus();
  await userEvent.type(field, 'Et annet navn står i vedtektene');
  await userEvent.click(within(field.closest('li')!).getByRole('button', { name: 'Avslå' }));
  await waitFor(() => expect(cards()).toEqual(['Første forening', 'Tredje forening']));
  const { rows } = await world.pool.query(
    `select reason from change_proposal where state = 'refused'`,
  );
  expect(rows).toEqual([{ reason: 'Et annet navn står i vedtektene' }]);
});

test('what is adjusted is written as it was adjusted', async ({ world }) => {
  await proposed(world, ['Første forening']);
  show(world);
  await screen.findByText('Ett forslag venter');
  await userEvent.keyboard('e');
  const field = await screen.findByDisplayValue('Første forening i Oslo');
  await userEvent.clear(field);
  await userEvent.type(field, 'Første forening, Oslo');
  await userEvent.click(screen.getByRole('button', { name: 'Godta slik' }));
  expect(await screen.findByText('Ingen forslag venter')).toBeVisible();
  expect(await nameOf(world, 'Første forening, Oslo')).toBe(1);
});

test('who takes languages out sees which of them stay, and that none does', async ({ world }) => {
  const { rows } = await world.pool.query<{ number: number }>(
    `select number from language where code in ('ar', 'so') order by code`,
  );
  const [arabic, somali] = rows.map(({ number }) => number);
  for (const [name, after] of [
    ['Første forening', [arabic]],
    ['Andre forening', []],
  ] as const) {
    const organisation = Object.assign(anOrganisation({ name }), { languages: [arabic, somali] });
    await world.has(organisation);
    const changes = [{ field: 'languages', before: [arabic, somali], after }];
    await world.pool.query(
      `insert into change_proposal (id, organisation_id, language, field_group, changes, fingerprint, proposed_at, proposed_on)
       values (gen_random_uuid(), $1, 'so', 'languages', $2, $3, '2026-11-20T12:00:00Z', '2026-11-20')`,
      [organisation.id, JSON.stringify(changes), name],
    );
  }
  show(world);
  expect(await screen.findByText('2 forslag venter')).toBeVisible();
  const card = (name: string) => screen.getByRole('heading', { name }).closest('li');
  expect(card('Første forening')).toHaveTextContent('Går ut: Somali');
  expect(card('Første forening')).toHaveTextContent('Blir stående: Arabisk');
  expect(card('Andre forening')).toHaveTextContent('Da står ingenting igjen.');
});
