import { useContext } from 'react';
import { useIntl } from 'react-intl';

import { useStepUpWanted } from '#client/connection.ts';
import { useProblemWording } from '#client/language/useProblemWording.ts';
import type { Problem } from '#client/problem.ts';
import { ProblemHelp } from './ProblemHelp.ts';
import { useIsBack } from './useIsBack.ts';

/**
 * A no, in plain words, with the reference to quote when the fault is ours. To be asked to sign in anew is none: a dialog asks, and whoever
 * closes it is told calmly that nothing is done.
 */
export function ProblemNote({
  problem,
  isMarked = false,
}: {
  problem: Problem;
  /** The fields to blame stand marked, each with its reason. */
  isMarked?: boolean;
}) {
  const { formatMessage } = useIntl();
  const wording = useProblemWording();
  const help = useContext(ProblemHelp);
  const isStepUpAsked = useStepUpWanted();
  const isBack = useIsBack(problem);

  if (problem.code === 'STEP_UP_REQUIRED') {
    return isStepUpAsked ? null : (
      <p role="status" className="ds-alert" data-color="info">
        {wording(problem.code)}
      </p>
    );
  }
  if (problem.code === 'UNREACHABLE' && isBack) {
    return (
      <p role="status" className="ds-alert" data-color="info">
        {formatMessage({ id: 'problem.backOnline' })}
      </p>
    );
  }
  if (isMarked) {
    const count = Object.keys(problem.fields).length;
    return (
      <p role="alert" className="ds-alert" data-color="danger">
        {formatMessage({ id: 'problem.mendFields' }, { count })}
      </p>
    );
  }

  return (
    <div role="alert" className="ds-alert" data-color="danger">
      {problem.code !== 'UNREACHABLE' && (
        <p>
          <strong>{formatMessage({ id: 'problem.title' })}</strong>
        </p>
      )}
      <p>{wording(wordsOf(problem), problem.code === 'CONFLICT' ? problem.reason : undefined)}</p>
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

/** What the words of a no are kept under. Of what came with an address nobody wrote anything. */
function wordsOf({ code, fields }: Problem): string {
  if (fields['text']) return 'INVALID_INPUT.text';
  const isGone = ([name, reason]: [string, string]) =>
    name.startsWith('filter.') && reason.startsWith('UNKNOWN_');
  return Object.entries(fields).some(isGone) ? 'INVALID_INPUT.filter' : code;
}
