// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Problem } from '#client/problem.ts';
import { OfferedUndo, UndoProvider, useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { draw } from '#test/support/draw.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function Doing({ undo }: { undo: () => Promise<Problem | null> }) {
  const offerUndo = useOfferUndo();
  return (
    <button type="button" onClick={() => offerUndo({ text: 'Foreningen er arkivert.', undo })}>
      Arkiver
    </button>
  );
}

const user = userEvent.setup({ advanceTimers: (by) => vi.advanceTimersByTime(by) });

const show = async (undo = vi.fn<() => Promise<Problem | null>>(async () => null)) => {
  draw(
    <UndoProvider>
      <Doing undo={undo} />
      <input aria-label="Felt" />
      <OfferedUndo />
    </UndoProvider>,
    undefined as never,
  );
  await user.click(screen.getByRole('button', { name: 'Arkiver' }));
  return undo;
};

const note = () => screen.queryByText('Foreningen er arkivert.');

test('it is said politely, and goes after ten seconds', async () => {
  await show();

  expect(screen.getByRole('status')).toHaveTextContent('Foreningen er arkivert.');
  await act(() => vi.advanceTimersByTimeAsync(9_000));
  expect(note()).toBeVisible();
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(note()).toBeNull();
});

test('it stays while somebody has the focus in it, or points at it', async () => {
  await show();

  const button = screen.getByRole('button', { name: 'Angre' });
  fireEvent.focus(button);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(note()).toBeVisible();
  fireEvent.blur(button);
  fireEvent.pointerEnter(note()!.parentElement!);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(note()).toBeVisible();
  fireEvent.pointerLeave(note()!.parentElement!);
  await act(() => vi.advanceTimersByTimeAsync(10_100));
  expect(note()).toBeNull();
});

test('the button takes it back, and says so', async () => {
  const undo = await show();

  await user.click(screen.getByRole('button', { name: 'Angre' }));

  expect(undo).toHaveBeenCalledTimes(1);
  expect(await screen.findByText('Angret. Alt er som før.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Angre' })).toBeNull();
});

test('Ctrl-Z does the same from anywhere but a field', async () => {
  const undo = await show();

  await user.click(screen.getByRole('textbox', { name: 'Felt' }));
  await user.keyboard('{Control>}z{/Control}');
  expect(undo).not.toHaveBeenCalled();
  await user.click(document.body);
  await user.keyboard('{Control>}z{/Control}');
  expect(undo).toHaveBeenCalledTimes(1);
});

test('what could not be taken back says why, and stays', async () => {
  const refused = { code: 'CONFLICT', reason: 'CHANGED_SINCE', fields: {} };
  await show(vi.fn<() => Promise<Problem | null>>(async () => refused));

  await user.click(screen.getByRole('button', { name: 'Angre' }));
  await act(() => vi.advanceTimersByTimeAsync(60_000));

  expect(screen.getByText(/Noen har endret det samme siden/)).toBeVisible();
});
