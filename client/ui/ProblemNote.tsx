import { useIntl } from 'react-intl';

import { useProblemWording } from '#client/language/useProblemWording.ts';
import type { Problem } from '#client/problem.ts';

/** A no, in plain words, with the reference to quote when the fault is ours. */
export function ProblemNote({ problem }: { problem: Problem }) {
  const { formatMessage } = useIntl();
  const wording = useProblemWording();

  return (
    <div role="alert" className="ds-alert" data-color="danger">
      <p>
        <strong>{formatMessage({ id: 'problem.title' })}</strong>
      </p>
      <p>{wording(problem.fields['text'] ? 'INVALID_INPUT.text' : problem.code)}</p>
      {problem.reference && (
        <p>
          {formatMessage(
            { id: 'problem.reference' },
            { reference: <code key="reference">{problem.reference}</code> },
          )}
        </p>
      )}
    </div>
  );
}
