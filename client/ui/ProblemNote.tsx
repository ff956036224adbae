import { useContext } from 'react';
import { useIntl } from 'react-intl';

import { useProblemWording } from '#client/language/useProblemWording.ts';
import type { Problem } from '#client/problem.ts';
import { ProblemHelp } from './ProblemHelp.ts';

/** A no, in plain words, with the reference to quote when the fault is ours. */
export function ProblemNote({ problem }: { problem: Problem }) {
  const { formatMessage } = useIntl();
  const wording = useProblemWording();
  const help = useContext(ProblemHelp);

  return (
    <div role="alert" className="ds-alert" data-color="danger">
      <p>
        <strong>{formatMessage({ id: 'problem.title' })}</strong>
      </p>
      <p>
        {wording(
          problem.fields['text'] ? 'INVALID_INPUT.text' : problem.code,
          problem.code === 'CONFLICT' ? problem.reason : undefined,
        )}
      </p>
      {help[problem.code]}
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
