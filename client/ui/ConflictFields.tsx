import { useContext, useId } from 'react';
import { useIntl } from 'react-intl';

import { useProblemWording } from '#client/language/useProblemWording.ts';
import { FormProblem } from './Form.tsx';
import './ConflictFields.css';

/** One field that two have written. */
export interface FieldConflict {
  /** By which the choice is known: `conflict.<name>` is `mine` or `theirs`. */
  readonly name: string;
  readonly label: string;
  /** What the reader wrote, and what stands there now, as people read them; empty where nothing stands. */
  readonly mine: string;
  readonly theirs: string;
  /** Who wrote the other, and when, in words. */
  readonly by?: string | undefined;
}

/** What was chosen of a field: the reader's own where there was nothing to choose. */
export const isMine = (values: FormData, name: string): boolean =>
  values.get(`conflict.${name}`) !== 'theirs';

/**
 * Konflikt. Somebody else has changed the same meanwhile: field by field, what the reader wrote and what stands there now. Nothing that was
 * typed is lost, and nothing is chosen for anybody.
 */
export function ConflictFields({ conflicts }: { conflicts: readonly FieldConflict[] }) {
  const { formatMessage } = useIntl();
  if (!conflicts.length) return null;
  return (
    <div role="alert" className="ds-alert conflict" data-color="warning">
      <p>
        <strong>{formatMessage({ id: 'conflict.title' })}</strong>
      </p>
      <p>{formatMessage({ id: 'conflict.choose' })}</p>
      {conflicts.map((conflict) => (
        <OneConflict key={conflict.name} {...conflict} />
      ))}
    </div>
  );
}

function OneConflict({ name, label, mine, theirs, by }: FieldConflict) {
  const { formatMessage } = useIntl();
  const field = `conflict.${name}`;
  const id = useId();
  const reason = useContext(FormProblem)?.fields[field];
  const wording = useProblemWording();
  const sides = [
    ['mine', formatMessage({ id: 'conflict.mine' }), mine],
    [
      'theirs',
      by
        ? formatMessage({ id: 'conflict.theirsBy' }, { by })
        : formatMessage({ id: 'conflict.theirs' }),
      theirs,
    ],
  ] as const;

  return (
    <fieldset
      role="radiogroup"
      className="conflict-field"
      tabIndex={-1}
      aria-invalid={reason !== undefined}
      aria-describedby={reason && `${id}-reason`}
    >
      <legend>{label}</legend>
      {sides.map(([side, whose, value]) => (
        <label key={side} className="choice">
          <input type="radio" className="ds-input" name={field} value={side} required />
          <span className="choice-label">
            {whose}: <bdi>{value || <i>{formatMessage({ id: 'change.nothing' })}</i>}</bdi>
          </span>
        </label>
      ))}
      {reason && (
        <span id={`${id}-reason`} className="field-reason">
          {wording(reason)}
        </span>
      )}
    </fieldset>
  );
}
