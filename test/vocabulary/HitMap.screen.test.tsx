// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect } from 'vitest';

import { HitMap } from '#client/vocabulary/HitMap.tsx';
import { draw } from '#test/support/draw.tsx';
import { aReader } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';

const areas = [
  { value: '4601', count: 9 },
  { value: '030110', count: 4 },
  { value: '5001', count: 2 },
  { value: '11', count: 3 },
];

function Chosen() {
  const [selected, select] = useState<readonly string[]>([]);
  const toggle = (code: string) =>
    select((codes) =>
      codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code],
    );
  return <HitMap areas={areas} selected={selected} onToggle={toggle} />;
}

test('the table has the figures of the map, and wide areas that the map has no place for', async ({
  world,
}) => {
  draw(<Chosen />, world.as(aReader()));
  const rows = within(await screen.findByRole('table')).getAllByRole('row');

  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    'BergenKommune9',
    'Grorud, OsloBydel4',
    'Rogaland – hele fylketFylke3',
    'TrondheimKommune2',
  ]);
  expect(screen.getByRole('button', { name: 'Bergen: 9 treff' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Grorud, Oslo: 4 treff' })).toBeInTheDocument();
});

test('a place is chosen on the map by keys alone, and shown as chosen in both', async ({
  world,
}) => {
  draw(<Chosen />, world.as(aReader()));
  const bergen = await screen.findByRole('button', { name: 'Bergen: 9 treff' });
  expect(bergen).toHaveAttribute('tabindex', '0');

  bergen.focus();
  await userEvent.keyboard('{ArrowUp}');
  const trondheim = screen.getByRole('button', { name: 'Trondheim: 2 treff' });
  expect(trondheim).toHaveFocus();

  await userEvent.keyboard('{Enter}');
  expect(trondheim).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('button', { name: 'Trondheim' })).toHaveAttribute('aria-pressed', 'true');

  await userEvent.click(screen.getByRole('button', { name: 'Trondheim' }));
  expect(trondheim).toHaveAttribute('aria-pressed', 'false');
});

test('the table is sorted by what one asks', async ({ world }) => {
  draw(<Chosen />, world.as(aReader()));
  const table = await screen.findByRole('table');
  const names = () =>
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);

  await userEvent.click(screen.getByRole('button', { name: 'Sted' }));
  expect(names()).toEqual(['Bergen', 'Grorud, Oslo', 'Rogaland – hele fylket', 'Trondheim']);
  expect(screen.getByRole('columnheader', { name: 'Sted' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await userEvent.click(screen.getByRole('button', { name: 'Sted' }));
  expect(names()[0]).toBe('Trondheim');
});
