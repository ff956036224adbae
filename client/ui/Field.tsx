import { type ComponentProps, type ReactNode, useContext, useId, useState } from 'react';
import { useIntl } from 'react-intl';

import { useProblemWording } from '#client/language/useProblemWording.ts';
import { Announcement } from './Announcement.tsx';
import { FormProblem } from './Form.tsx';

interface Labelled {
  readonly name: string;
  readonly label: string;
  /** What is wanted, before anything is wrong. */
  readonly hint?: string;
  /** How many letters the server asks for, where it asks for more than one. */
  readonly least?: number;
}

/**
 * A labelled input that knows when the server objected to it. `most`: for how many letters there is room; more can be pasted, and it is said
 * that it is too long.
 */
export function Field({
  name,
  label,
  hint,
  least,
  most,
  ...input
}: Labelled & { readonly most?: number } & Omit<ComponentProps<'input'>, 'id' | 'name'>) {
  return (
    <Frame name={name} label={label} {...(hint && { hint })} {...(least && { least })}>
      {(about) => (
        <input
          {...input}
          {...about}
          className="ds-input"
          {...(most && {
            onInput: ({ currentTarget }) =>
              // The form says it in our words; the browser needs to know that there is something.
              currentTarget.setCustomValidity(
                currentTarget.value.trim().length > most ? 'TOO_LONG' : '',
              ),
          })}
        />
      )}
    </Frame>
  );
}

/** The same for a choice among a few. */
export function Choice({
  name,
  label,
  hint,
  children,
  ...select
}: Labelled & Omit<ComponentProps<'select'>, 'id' | 'name'>) {
  return (
    <Frame name={name} label={label} {...(hint && { hint })}>
      {(about) => (
        <select {...select} {...about} className="ds-input">
          {children}
        </select>
      )}
    </Frame>
  );
}

/**
 * The same for what takes several lines, with how much there is room for. More than that can be typed and pasted: it is for whoever wrote it
 * to say what goes, not for the field.
 */
export function LongField({
  name,
  label,
  hint,
  least,
  most,
  ...textarea
}: Labelled & { readonly most: number } & Omit<ComponentProps<'textarea'>, 'id' | 'name'>) {
  const { formatMessage } = useIntl();
  const [length, setLength] = useState(String(textarea.defaultValue ?? '').trim().length);
  const tooLong = (count: number) =>
    count > 0 ? formatMessage({ id: 'shell.tooMany' }, { count }) : '';
  const complaint = tooLong(length - most);

  return (
    <Frame name={name} label={label} {...(hint && { hint })} {...(least && { least })}>
      {(about) => (
        <>
          <textarea
            rows={4}
            {...textarea}
            {...about}
            className="ds-input"
            onInput={({ currentTarget }) => {
              const typed = currentTarget.value.trim().length;
              setLength(typed);
              currentTarget.setCustomValidity(tooLong(typed - most));
            }}
          />
          <span className={complaint ? 'field-reason' : 'field-hint'}>
            {complaint || formatMessage({ id: 'shell.lengthOf' }, { length, most })}
          </span>
          <Announcement text={complaint} />
        </>
      )}
    </Frame>
  );
}

interface About {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

function Frame({
  name,
  label,
  hint,
  least,
  children,
}: Labelled & { children: (about: About) => ReactNode }) {
  const id = useId();
  const reason = useContext(FormProblem)?.fields[name];
  const { formatMessage } = useIntl();
  const wording = useProblemWording();
  const described = [hint && `${id}-hint`, reason && `${id}-reason`].filter(Boolean).join(' ');

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {children({
        id,
        name,
        'aria-invalid': reason !== undefined,
        'aria-describedby': described || undefined,
      })}
      {reason && (
        <span id={`${id}-reason`} className="field-reason">
          {reason === 'TOO_SHORT' && least
            ? formatMessage({ id: 'problem.tooFew' }, { least })
            : wording(reason)}
        </span>
      )}
    </div>
  );
}
