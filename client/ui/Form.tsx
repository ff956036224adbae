import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Dialog } from './Dialog.tsx';
import { keepForm, restoreForm, takeKept, useFormOwner } from './keptForms.ts';
import { ProblemNote } from './ProblemNote.tsx';
import './Form.css';

/** What the server objected to, for the fields inside the form to find themselves in. */
export const FormProblem = createContext<Problem | null>(null);

/**
 * Skjema. Keeps what was typed when the answer is no, while its author is away to sign in, and when the page is fetched anew; cannot be
 * sent twice. Ctrl-Enter sends it from any of its fields.
 */
export function Form({
  name,
  submit,
  onLeave,
  children,
}: {
  /** What it is known by while its author is away. */
  name: string;
  /** Resolves to null when all is well. */
  submit: (values: FormData) => Promise<Problem | null>;
  /** Leaves it: by Escape, or by its `reset` button. Whoever has typed is asked first; who goes elsewhere finds it when they come back. */
  onLeave?: () => void;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const owner = useFormOwner();
  const form = useRef<HTMLFormElement>(null);
  const isSent = useRef(false);
  const [isRestored, setRestored] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [missing, setMissing] = useState<Problem | null>(null);
  const [mended, setMended] = useState<Mended>({ of: null, fields: [] });
  const [refusal, send, sending] = useActionState(
    async (_previous: Problem | null, values: FormData) => {
      const answer = await submit(values);
      // Here is the answer: what is saved is not typed any more, and what was refused still stands in the form.
      takeKept(name);
      if (!answer) delete form.current?.dataset['touched'];
      isSent.current = false;
      return answer;
    },
    null,
  );

  const said = missing ?? refusal;
  const mendedOfIt = mended.of === said ? mended.fields : [];
  const problem = said && without(said, mendedOfIt);

  useEffect(() => {
    if (owner && form.current && restoreForm(form.current)) setRestored(true);
  }, [owner]);

  useEffect(() => {
    const element = form.current;
    return () => {
      // What is on its way was kept when it was sent; a form that is saved goes before it hears of it.
      if (onLeave && element && 'touched' in element.dataset && !isSent.current) keepForm(element);
    };
    // Whether it can be left is so from the beginning.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  // Whoever sent it looks for what to mend at the first field that the server objected to.
  useEffect(() => {
    if (said) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [said]);

  function touch({ target }: FormEvent<HTMLFormElement>) {
    if (form.current) form.current.dataset['touched'] = '';
    const { name: field } = target as HTMLInputElement;
    if (said && field in said.fields) setMended({ of: said, fields: [...mendedOfIt, field] });
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
    if (event.key === 'Escape' && onLeave && !event.defaultPrevented) {
      // Else the same key closes what asks.
      event.preventDefault();
      leave();
    }
  }

  function leave() {
    if (form.current && 'touched' in form.current.dataset) setLeaving(true);
    else onLeave?.();
  }

  function leaveForGood() {
    delete form.current?.dataset['touched'];
    takeKept(name);
    onLeave?.();
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    // Not <form action>: React then empties the fields, also when the answer was no.
    event.preventDefault();
    const found = missingIn(event.currentTarget);
    setMissing(found);
    if (found) return;
    const values = new FormData(event.currentTarget);
    // Its fields say nothing while it is being sent.
    keepForm(event.currentTarget);
    isSent.current = true;
    setRestored(false);
    startTransition(() => send(values));
  }

  return (
    <FormProblem value={problem}>
      <form
        ref={form}
        className="form"
        data-keep={name}
        onInput={touch}
        onKeyDown={handleKey}
        onReset={(event) => {
          event.preventDefault();
          leave();
        }}
        onSubmit={handleSubmit}
        noValidate
        aria-busy={sending}
      >
        <p role="status" className="form-restored">
          {isRestored && formatMessage({ id: 'shell.formRestored' })}
        </p>
        {problem && <ProblemNote problem={problem} isMarked={isMarked(problem)} />}
        <fieldset disabled={sending}>{children}</fieldset>
      </form>
      {isLeaving && (
        <Dialog
          title={formatMessage({ id: 'form.leave' })}
          onClose={() => setLeaving(false)}
          footer={
            <>
              <button type="button" className="ds-button" onClick={() => setLeaving(false)}>
                {formatMessage({ id: 'form.goOn' })}
              </button>
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                onClick={leaveForGood}
              >
                {formatMessage({ id: 'form.discard' })}
              </button>
            </>
          }
        >
          <p>{formatMessage({ id: 'form.leaveWhat' })}</p>
        </Dialog>
      )}
    </FormProblem>
  );
}

/** What is not there to send yet, or too long to, in our words: the browser's own are in the browser's language. The rest is for the server to say. */
function missingIn(form: HTMLFormElement): Problem | null {
  const fields: Record<string, string> = {};
  for (const element of form.elements) {
    if (!('validity' in element && 'name' in element)) continue;
    const { valueMissing, badInput, customError } = element.validity as ValidityState;
    if (valueMissing) fields[String(element.name)] = 'REQUIRED';
    else if (badInput) fields[String(element.name)] = 'NOT_UNDERSTOOD';
    else if (customError) fields[String(element.name)] = 'TOO_LONG';
  }
  return Object.keys(fields).length ? { code: 'INVALID_INPUT', fields } : null;
}

/** Fields that somebody has typed in since they were told what is wrong. */
interface Mended {
  readonly of: Problem | null;
  readonly fields: readonly string[];
}

/** What is still wrong when something has been typed in some fields; null when that was all. */
function without(problem: Problem, mended: readonly string[]): Problem | null {
  if (!mended.length) return problem;
  const others = Object.entries(problem.fields).filter(([field]) => !mended.includes(field));
  return others.length ? { ...problem, fields: Object.fromEntries(others) } : null;
}

/** Whether what is wrong is wrong in fields. */
const isMarked = ({ code, fields }: Problem) =>
  code === 'INVALID_INPUT' && Object.keys(fields).length > 0;
