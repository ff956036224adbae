// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { MergeScreen } from '#client/directory/merge/MergeScreen.tsx';
import { DuplicatesScreen } from '#client/directory/duplicate/DuplicatesScreen.tsx';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { findDuplicates } from '#server/directory/duplicate/findDuplicates.ts';
import { draw } from '#test/support/draw.tsx';
import { anEditor } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';

test('whoever merges two sees what wins and what moves, and it is done', async ({ world }) => {
  const [one, other] = [
    anOrganisation({ name: 'Prøvelaget', number: '974760673' }),
    anOrganisation({ name: 'Prøvelaget i Oslo' }),
  ];
  await world.has(one, other);
  await world.has(aContactPoint(other, { value: '+4700000011' }));
  draw(<MergeScreen one={one.id} other={other.id} />, world.as(anEditor()));

  expect(await screen.findByText(/1 flyttes/)).toBeVisible();
  await userEvent.click(screen.getAllByRole('radio', { name: 'Prøvelaget i Oslo' })[0] as Element);
  await userEvent.click(await screen.findByRole('button', { name: 'Slå sammen …' }));
  expect(screen.getByRole('dialog')).toHaveTextContent('Fra Prøvelaget i Oslo tas: navn.');
  await userEvent.click(screen.getByRole('button', { name: 'Slå sammen' }));

  await expect
    .poll(async () => {
      const { rows } = await world.pool.query(
        'select name, merged_into as into from organisation order by merged_into nulls first',
      );
      return rows;
    })
    .toEqual([
      { name: 'Prøvelaget i Oslo', into: null },
      { name: 'Prøvelaget i Oslo', into: one.id },
    ]);
});

test('two of the same name are told apart by what only one of them has', async ({ world }) => {
  const [one, other] = [
    anOrganisation({ name: 'Kanelbark' }),
    anOrganisation({ name: 'Kanelbark' }),
  ];
  await world.has(one, other);
  await world.has(aContactPoint(other, { value: '+4722000011' }));
  draw(<MergeScreen one={one.id} other={other.id} />, world.as(anEditor()));

  await userEvent.click(await screen.findByRole('button', { name: 'Slå sammen …' }));

  expect(screen.getByRole('dialog')).toHaveTextContent(
    'Kanelbark (uten kontaktpunkt) beholdes. Kanelbark (+47 22 00 00 11) blir borte',
  );
});

test('two of the same name with nothing else are told apart by how they stand', async ({
  world,
}) => {
  const [one, other] = [
    anOrganisation({ name: 'Kanelbark' }),
    anOrganisation({ name: 'Kanelbark' }),
  ];
  await world.has(one, other);
  draw(<MergeScreen one={one.id} other={other.id} />, world.as(anEditor()));

  await userEvent.click(await screen.findByRole('button', { name: 'Slå sammen …' }));

  expect(screen.getByRole('dialog')).toHaveTextContent(
    'Kanelbark (den første på siden) beholdes. Kanelbark (den andre på siden) blir borte',
  );
});

test('by J and N one goes down the list and says that two are not the same', async ({ world }) => {
  await world.has(
    ...['Ene prøvelaget', 'Prøvelaget, ene', 'Andre prøvelaget', 'Prøvelaget, andre'].map((name) =>
      anOrganisation({ name }),
    ),
  );
  await findDuplicates(world.pool);
  draw(<DuplicatesScreen />, world.as(anEditor()));

  const [first] = await screen.findAllByRole('link', { name: /prøvelaget/i });
  first?.focus();
  await userEvent.keyboard('j');
  const second = document.activeElement;
  expect(second).not.toBe(first);
  await userEvent.keyboard('n');

  await expect.poll(() => screen.queryAllByRole('link', { name: /prøvelaget/i }).length).toBe(1);
  const { rows } = await world.pool.query('select undone_at as undone from duplicate_decision');
  expect(rows).toEqual([{ undone: null }]);
});
