import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';

export const CloseRound_round = graphql(`
  fragment CloseRound_round on ReviewRound {
    id
    version
    name
    viewerMay {
      close
    }
  }
`);

export const CloseReviewRound = graphql(`
  mutation CloseReviewRound($input: CloseReviewRoundInput!) {
    closeReviewRound(input: $input) {
      id
    }
  }
`);

const context = { additionalTypenames: ['ReviewRound', 'RoundProgress', 'TrustStanding'] };

/** Avslutte runden: says that nobody is written to any more, and that the overview is frozen. */
export function CloseRound({ round }: { round: FragmentOf<typeof CloseRound_round> }) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const [, close] = useMutation(CloseReviewRound);
  const { id, version, name, viewerMay } = readFragment(CloseRound_round, round);
  if (!viewerMay.close) return null;

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        onClick={() => setAsking(true)}
      >
        {formatMessage({ id: 'round.close' })}
      </button>
      {isAsking && (
        <FormDialog
          name={`close ${id}`}
          title={formatMessage({ id: 'round.closeIt' }, { name })}
          action={formatMessage({ id: 'round.close' })}
          onClose={() => setAsking(false)}
          submit={async () => {
            const { error } = await close({ input: { id, expectedVersion: version } }, context);
            return error ? toProblem(error) : null;
          }}
        >
          <p>{formatMessage({ id: 'round.closeWhat' })}</p>
        </FormDialog>
      )}
    </>
  );
}
