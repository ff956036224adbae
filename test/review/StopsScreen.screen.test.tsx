// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { StopsScreen } from '#client/review/StopsScreen.tsx';
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

const show = (world: World) => draw(<StopsScreen />, world.as(anEditor()), '/henvendelser');

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
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
  const { rows } = await world.pool.query(
    'select answer from stop_request where answered_at is not null',
  );
  expect(rows).toEqual([{ answer: 'Dere er tatt ut.' }]);
});
