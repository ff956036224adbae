import type { CombinedError } from 'urql';

import { toProblem } from '#client/problem.ts';
import { ProblemNote } from './ProblemNote.tsx';

/** Arkivert. Since when, and for those who may, the way back. */
export function ArchivedNote({
  since,
  mayRestore,
  restore,
  result: { fetching, error },
  onRestore,
}: {
  since: string;
  mayRestore: boolean;
  /** What the button does, in a verb. */
  restore: string;
  result: { readonly fetching: boolean; readonly error?: CombinedError | undefined };
  onRestore: () => void;
}) {
  return (
    <div className="ds-alert" data-color="warning">
      <p>{since}</p>
      {mayRestore && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={fetching}
          onClick={onRestore}
        >
          {restore}
        </button>
      )}
      {error && <ProblemNote problem={toProblem(error)} />}
    </div>
  );
}
