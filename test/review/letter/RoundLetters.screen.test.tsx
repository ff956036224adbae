// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { RoundLetters } from '#client/review/letter/RoundLetters.tsx';
import { aLead, aPrintedLetter } from '#test/review/round/roundExamples.ts';
import { draw } from '#test/support/draw.tsx';
import { test } from '#test/support/world.ts';

test('letters that are printed are noted as sent when it is confirmed, and then there are none', async ({
  world,
}) => {
  const id = await aPrintedLetter(world);
  draw(<RoundLetters id={id} />, world.as(aLead()));
  expect(await screen.findByText(/1 brev er skrevet ut og ikke markert som sendt/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Skriv ut \d/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Marker som sendt' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Marker som sendt' }));
  expect(await screen.findByText('Ingen brev venter på å bli skrevet ut.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Marker som sendt' })).toBeNull();
});

test('letters that wait are printed in a window of their own, by a form that says which', async ({
  world,
}) => {
  const id = await aPrintedLetter(world);
  await world.pool.query('update review_message set printed_at = null');
  draw(<RoundLetters id={id} />, world.as(aLead()));
  await userEvent.click(await screen.findByRole('button', { name: 'Skriv ut 1 brev' }));
  const dialog = screen.getByRole('dialog');
  const form = dialog.querySelector('form')!;
  expect([form.method, form.target, new URL(form.action).pathname]).toEqual([
    'post',
    '_blank',
    `/letters/round/${id}`,
  ]);
  expect(within(dialog).getByText(/Ingenting regnes som sendt/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Avbryt' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});
