import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';

export const NoteContactWorks_mutation = graphql(`
  mutation NoteContactWorks($input: NoteContactWorksInput!) {
    noteContactWorks(input: $input) {
      id
      currentVersion
    }
  }
`);

const context = {
  additionalTypenames: ['Organisation', 'Person', 'WorkItem', 'GroupFreshness', 'Change'],
};

/** Det virker igjen. One press where something came back: somebody has got through. It can be taken back at once. */
export function WorksAgain({
  contactPointId,
  what,
}: {
  contactPointId: string;
  /** Which one, for whoever does not see where the button stands. */
  what: string;
}) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndoOf();
  const [sending, send] = useMutation(NoteContactWorks_mutation);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function works() {
    const { data, error } = await send({ input: { contactPointId } }, context);
    setProblem(error ? toProblem(error) : null);
    if (data) offerUndo(formatMessage({ id: 'contact.nowWorks' }, { what }), data.noteContactWorks);
  }

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        disabled={sending.fetching}
        onClick={() => void works()}
      >
        {formatMessage({ id: 'contact.worksAgain' })} <span className="ds-sr-only">{what}</span>
      </button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
