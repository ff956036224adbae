// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { beforeEach, expect, test, vi } from 'vitest';

import type { Problem } from '#client/problem.ts';
import { ConflictFields, isMine } from '#client/ui/ConflictFields.tsx';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { formsOf, keepFormsOfPage, keptEvent } from '#client/ui/keptForms.ts';
import { draw } from '#test/support/draw.tsx';

beforeEach(() => formsOf('somebody'));

const show = (
  submit = vi.fn<(values: FormData) => Promise<Problem | null>>(async () => null),
  more: React.ReactNode = null,
) => {
  draw(
    <Form name="prøve" submit={submit}>
      {more}
      <Field name="name" label="Navn" defaultValue="Før" />
      <button type="submit">Lagre</button>
    </Form>,
    undefined as never,
  );
  return submit;
};

/** Leaves the page, and comes back to it. */
const fetchAnew = () => {
  const stop = keepFormsOfPage();
  dispatchEvent(new Event('pagehide'));
  stop();
  cleanup();
  show();
};

const field = () => screen.getByRole('textbox', { name: 'Navn' });
const isBack = () => screen.queryByText('Det du skrev, er her fortsatt. Se over og send.');

test('what was typed is there when the page is fetched anew, once', async () => {
  show();
  await userEvent.type(field(), ' og etter');

  fetchAnew();
  expect(field()).toHaveValue('Før og etter');
  expect(isBack()).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  fetchAnew();
  expect(field()).toHaveValue('Før');
  expect(isBack()).toBeNull();
});

test('what nobody has typed in is as the page has it', () => {
  show();

  fetchAnew();

  expect(isBack()).toBeNull();
});

test('what came back and was not sent is there the next time as well', async () => {
  show();
  await userEvent.type(field(), '!');

  fetchAnew();
  fetchAnew();

  expect(field()).toHaveValue('Før!');
});

test('of two who wrote the same, the choice is made before it is sent again', async () => {
  const conflict = {
    name: 'name',
    label: 'Navn',
    mine: 'Mitt navn',
    theirs: 'Ditt navn',
    by: 'Prøve Redaktør, 12.03',
  };
  const submit = show(undefined, <ConflictFields conflicts={[conflict]} />);

  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(submit).not.toHaveBeenCalled();
  expect(screen.getByRole('radiogroup', { name: 'Navn' })).toHaveAccessibleDescription(
    'Fyll ut dette feltet.',
  );

  await userEvent.click(
    screen.getByRole('radio', { name: 'Det som står der nå (Prøve Redaktør, 12.03): Ditt navn' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(isMine(submit.mock.lastCall![0], 'name')).toBe(false);
});

/** A form that goes when it is saved, as one on a page does; and its parts that hold more than one value. */
function Page({ onKept }: { onKept: () => void }) {
  const [isOpen, setOpen] = useState(true);
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = rows.current;
    element?.addEventListener(keptEvent, onKept);
    return () => element?.removeEventListener(keptEvent, onKept);
  }, [isOpen, onKept]);
  const save = async () => {
    // It is gone before the form hears of it.
    flushSync(() => setOpen(false));
    return null;
  };
  if (!isOpen) {
    return (
      <button type="button" onClick={() => setOpen(true)}>
        Rediger
      </button>
    );
  }
  return (
    <Form name="side" submit={save} onLeave={() => setOpen(false)}>
      <Field name="name" label="Navn" defaultValue="Før" />
      <div ref={rows} data-kept-field="contactPoints" />
      <button type="submit">Lagre</button>
    </Form>
  );
}

test('a form that was saved and is opened again is as the page has it: nothing is emptied by what was kept', async () => {
  const onKept = vi.fn<() => void>();
  draw(<Page onKept={onKept} />, undefined as never);
  await userEvent.type(field(), ' og etter');
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Rediger' }));

  expect(field()).toHaveValue('Før');
  expect(isBack()).toBeNull();
  expect(onKept).not.toHaveBeenCalled();
});

test('that a field is empty is not said any more when something is typed there', async () => {
  draw(
    <Form name="tom" submit={async () => null}>
      <Field name="name" label="Navn" required />
      <button type="submit">Lagre</button>
    </Form>,
    undefined as never,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(screen.getByText('Fyll ut dette feltet.')).toBeVisible();
  await userEvent.type(field(), 'N');
  expect(screen.queryByText('Fyll ut dette feltet.')).toBeNull();
});

test('what the server said of a field is not said any more when something is typed there, and the focus stays', async () => {
  const refusal = { code: 'INVALID_INPUT', fields: { name: 'TOO_LONG', months: 'OUT_OF_RANGE' } };
  show(
    vi.fn<() => Promise<Problem>>(async () => ({ ...refusal })),
    <Field name="months" label="Måneder" defaultValue="40" />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  const months = screen.getByRole('textbox', { name: 'Måneder' });
  await waitFor(() => expect(months).toHaveFocus());
  expect(field()).toHaveAccessibleDescription('Dette er for langt.');

  await userEvent.type(months, '{Backspace}{Backspace}12');
  expect(months).toHaveValue('12');
  expect(months).toBeValid();
  expect(months).not.toHaveAccessibleDescription();
  expect(field()).toHaveAccessibleDescription('Dette er for langt.');

  // Sent anew, it is said anew.
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  await waitFor(() => expect(months).toBeInvalid());
});
