import { type ReactNode, useContext, useId } from 'react';

import { useProblemWording } from '#client/language/useProblemWording.ts';
import { FormProblem } from './Form.tsx';
import './Options.css';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** What it is for, where its name does not say so. */
  readonly hint?: string;
}

/** Valg. One among a few, or several of many, all of them in sight: each with a line on what it is. Knows when the server objected to it. */
export function Options({
  name,
  label,
  options,
  chosen,
  type = 'radio',
  children,
}: {
  name: string;
  label: string;
  options: readonly Option[];
  /** What is chosen to begin with. */
  chosen: readonly string[];
  type?: 'radio' | 'checkbox';
  children?: ReactNode;
}) {
  const id = useId();
  const wording = useProblemWording();
  const reason = useContext(FormProblem)?.fields[name];

  return (
    <fieldset className="field options" aria-describedby={reason ? `${id}-reason` : undefined}>
      <legend>{label}</legend>
      <div className="options-list" data-many={type === 'checkbox' || undefined}>
        {options.map(({ value, label: text, hint }) => (
          <label key={value} className="option">
            <input
              type={type}
              className="ds-input"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={reason !== undefined}
            />
            <span>
              {text}
              {hint && <span className="field-hint"> {hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {reason && (
        <span id={`${id}-reason`} className="field-reason">
          {wording(reason)}
        </span>
      )}
      {children}
    </fieldset>
  );
}
