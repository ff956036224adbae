// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { DeadlinesScreen } from '#client/review/deadline/DeadlinesScreen.tsx';
import { Role } from '#schema/access/Role.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { aViewer } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';

test('whoever leads the programme sees what a deadline means before it is set, changes it, and takes it away', async ({
  world,
}) => {
  const kind = OrganisationKind.PATIENT_ORGANISATION;
  await world.has(
    anOrganisation({ name: 'Solsikken', kind, verifiedOn: '2025-11-22' }),
    anOrganisation({ name: 'Blåveisen', kind, verifiedOn: '2026-11-01' }),
  );
  draw(<DeadlinesScreen />, world.as(aViewer(Role.PROGRAMME_LEAD)), '/frister');
  expect(await screen.findByText('Ingen egne frister')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Legg til frist' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.selectOptions(within(dialog).getByLabelText('Type'), 'PATIENT_ORGANISATION');
  await userEvent.type(within(dialog).getByLabelText('Måneder'), '12');
  expect(await within(dialog).findByText('2 virksomheter får en annen frist.')).toBeVisible();
  expect(within(dialog).getByText('1 av dem bør bekreftes på nytt')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Sett fristen' }));

  const row = (await screen.findByRole('cell', { name: '12 måneder' })).closest('tr')!;
  expect(row).toHaveTextContent('Alle foretak');
  expect(within(row).getByRole('cell', { name: '2' })).toBeVisible();
  expect(screen.getByText(/satt til 12 måneder/)).toBeVisible();

  await userEvent.click(within(row).getByRole('button', { name: /^Ta bort/ }));
  const question = await screen.findByRole('dialog');
  expect(await within(question).findByText('1 av dem blir bekreftet')).toBeVisible();
  await userEvent.click(within(question).getByRole('button', { name: 'Ta bort' }));
  expect(await screen.findByText('Ingen egne frister')).toBeVisible();
  await waitFor(() => expect(screen.getByText(/tatt bort, var 12 måneder/)).toBeVisible());
});
