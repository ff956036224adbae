// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { StopsScreen } from '#client/review/StopsScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

interface Asked {
  readonly kind?: string;
  readonly reason?: string | null;
  readonly at?: string;
}

/** An organisation that wants to be left alone. */
async function asked(world: World, name: string, { kind = 'pause', reason, at }: Asked = {}) {
  const organisation = anOrganisation({ name });
  await world.has(organisation);
  await world.pool.query(
    `insert into stop_request (id, organisation_id, language, kind, reason, asked_at)
     values (gen_random_uuid(), $1, 'so', $2, $3, $4)`,
    [organisation.id, kind, reason ?? null, at ?? '2026-11-20T12:00:00Z'],
  );
}

const show = (world: World) =>
  draw(
    <UndoProvider>
      <StopsScreen />
      <OfferedUndo />
    </UndoProvider>,
    world.as(anEditor()),
    '/henvendelser',
  );

test('where nobody has asked for anything, the page says so', async ({ world }) => {
  show(world);
  expect(await screen.findByText('Ingen henvendelser venter')).toBeVisible();
});

test('without an answer nothing is sent, and the field says what is missing', async ({ world }) => {
  await asked(world, 'Fredelig forening');
  show(world);
  await userEvent.click(await screen.findByRole('button', { name: /Send svaret/ }));
  const field = screen.getByLabelText('Hva er gjort?');
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).toBeInvalid();
  expect(screen.getByRole('heading', { name: 'Fredelig forening' })).toBeVisible();
});

test('each says what is asked for and until when, the oldest first, and goes when it is answered', async ({
  world,
}) => {
  await asked(world, 'Fredelig forening');
  await asked(world, 'Sen forening', {
    kind: 'remove',
    reason: 'Waan xirnay',
    at: '2026-10-15T12:00:00Z',
  });
  show(world);
  const [late, other] = await screen.findAllByRole('listitem');
  expect(late).toHaveTextContent('Sen forening');
  expect(late).toHaveTextContent('Vil slettes');
  expect(late).toHaveTextContent('Fristen var 15. november 2026');
  expect(within(late!).getByText('Waan xirnay')).toHaveAttribute('lang', 'so');
  expect(other).toHaveTextContent('Svar innen 20. desember 2026');

  const field = within(late!).getByLabelText('Hva er gjort?');
  expect(field).toHaveAccessibleDescription(/i et brev på somali/);
  await userEvent.type(field, 'Dere er tatt ut.');
  expect(within(late!).getByLabelText('Nei, ikke flere')).toBeChecked();
  expect(within(other!).getByLabelText('Ikke det neste året')).toBeChecked();
  await userEvent.click(within(late!).getByRole('button', { name: 'Send svaret Sen forening' }));
  expect(await screen.findByText('Svaret er på vei til Sen forening.')).toBeVisible();
  await waitFor(() =>
    expect(screen.getAllByRole('button', { name: /Send svaret/ })).toHaveLength(1),
  );
  expect(screen.getByRole('button', { name: 'Opphev Sen forening' })).toBeVisible();
  const { rows } = await world.pool.query(
    'select answer from stop_request where answered_at is not null',
  );
  expect(rows).toEqual([{ answer: 'Dere er tatt ut.' }]);
});

test('whoever was left alone and is not any more gets letters again, when somebody says who told them, and not by a slip', async ({
  world,
}) => {
  await asked(world, 'Fredelig forening');
  show(world);
  await userEvent.type(await screen.findByLabelText('Hva er gjort?'), 'Et år uten brev.');
  await userEvent.click(screen.getByRole('button', { name: 'Send svaret Fredelig forening' }));
  const open = await screen.findByRole('button', { name: 'Opphev Fredelig forening' });
  expect(open.closest('li')).toHaveTextContent('Vil ikke ha brev før 22. november 2027.');
  await userEvent.click(open);
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Opphev' }));
  const why = dialog.getByLabelText('Hvem sa det, og hvorfor?');
  await waitFor(() => expect(why).toHaveFocus());
  await userEvent.type(why, 'Lederen ringte');
  await userEvent.click(dialog.getByRole('button', { name: 'Opphev' }));
  expect(await screen.findByText('Fredelig forening kan få brev igjen.')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Får fred nå')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: /Angre/ }));
  expect(await screen.findByText('Får fred nå')).toBeVisible();
});
