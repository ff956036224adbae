// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test as plain, vi } from 'vitest';

import { Form } from '#client/ui/Form.tsx';
import { formsOf, keepForms } from '#client/ui/keptForms.ts';
import { type Option, Picker } from '#client/ui/Picker.tsx';
import { draw } from '#test/support/draw.tsx';
import { test } from '#test/support/world.ts';

const areas: readonly Option[] = [
  { value: '31', label: 'Østfold' },
  { value: '3401', label: 'Kongsvinger' },
  { value: '1804', label: 'Bodø' },
  { value: '030101', label: 'Gamle Oslo', note: 'Oslo' },
];

const show = (picker = <Picker name="areas" label="Områder" from={areas} />) => {
  const submit = vi.fn<(values: FormData) => Promise<null>>(async () => null);
  draw(
    <Form name="prøve" submit={submit}>
      {picker}
      <button type="submit">Lagre</button>
    </Form>,
    // Nothing is asked.
    undefined as never,
  );
  const sent = () => submit.mock.lastCall?.[0].getAll('areas');
  return { field: screen.getByRole('combobox', { name: 'Områder' }), sent };
};

const chosen = () =>
  within(screen.getByRole('list', { name: 'Valgt' }))
    .queryAllByRole('button')
    .map((it) => it.querySelector('bdi')?.textContent);

plain('several are chosen by their first letters, without a mouse', async () => {
  const { field, sent } = show();

  await userEvent.type(field, 'ostf');
  expect(screen.getAllByRole('option').map((it) => it.textContent)).toEqual(['Østfold']);
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveFocus();
  expect(field).toHaveValue('');
  await userEvent.type(field, 'oslo{Enter}');
  expect(chosen()).toEqual(['Østfold', 'Gamle Oslo']);

  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(sent()).toEqual(['31', '030101']);
});

plain('what is chosen is not offered again, and goes by a press or by Backspace', async () => {
  const { field, sent } = show(
    <Picker name="areas" label="Områder" from={areas} chosen={areas.slice(0, 3)} />,
  );

  await userEvent.click(field);
  expect(screen.getAllByRole('option').map((it) => it.textContent)).toEqual(['Gamle OsloOslo']);
  await userEvent.click(screen.getByRole('button', { name: 'Kongsvinger, ta bort' }));
  expect(chosen()).toEqual(['Østfold', 'Bodø']);
  expect(field).toHaveFocus();
  await userEvent.keyboard('{Backspace}');
  expect(chosen()).toEqual(['Østfold']);

  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(sent()).toEqual(['31']);
});

plain('of one, the next takes its place', async () => {
  const { field, sent } = show(<Picker name="areas" label="Områder" from={areas} isSingle />);

  await userEvent.type(field, 'bodo{Enter}');
  await userEvent.type(field, 'kong{Enter}');

  expect(chosen()).toEqual(['Kongsvinger']);
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(sent()).toEqual(['3401']);
});

plain('Escape closes the list, and nothing that it stands in', async () => {
  const closed = vi.fn<() => void>();
  addEventListener('keydown', closed);
  const { field } = show();

  await userEvent.type(field, 'bod');
  closed.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(closed).not.toHaveBeenCalled();
  expect(screen.queryAllByRole('option')).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(closed).toHaveBeenCalledTimes(1);
  removeEventListener('keydown', closed);
});

plain('what is found while one types is the answer to what was typed last', async () => {
  const answers = new Map<string, (found: readonly Option[]) => void>();
  const find = (text: string) =>
    new Promise<readonly Option[]>((resolve) => {
      answers.set(text, resolve);
    });
  const { field } = show(<Picker name="areas" label="Områder" from={find} isSingle />);

  await userEvent.type(field, 'ab');
  answers.get('ab')?.([{ value: '2', label: 'Den siste' }]);
  answers.get('a')?.([{ value: '1', label: 'Den første' }]);

  expect(await screen.findByRole('option')).toHaveTextContent('Den siste');
});

test('what is chosen is there again after a way to the sign-in', async () => {
  formsOf('somebody');
  const { field } = show();
  await userEvent.type(field, 'bodo{Enter}');
  keepForms();
  document.body.replaceChildren();

  const { sent } = show();

  expect(await screen.findByText('Bodø')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(sent()).toEqual(['1804']);
});
