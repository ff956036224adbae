import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type CombinedError, useMutation } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { roundFacts_round } from './roundFacts.ts';

export const OpenReviewRound = graphql(`
  mutation OpenReviewRound($input: OpenReviewRoundInput!) {
    openReviewRound(input: $input) {
      id
    }
  }
`);

export const CancelReviewRound = graphql(`
  mutation CancelReviewRound($input: CancelReviewRoundInput!) {
    cancelReviewRound(input: $input) {
      id
    }
  }
`);

const context = { additionalTypenames: ['ReviewRound', 'RoundProgress', 'TrustStanding'] };

/** Det en kan gjøre med et utkast: open it, told exactly what that does, or put it away. Where it was changed meanwhile, it is read again before one decides. */
export function RoundDraftActions({
  round,
  reached,
  rest,
  askAnew,
}: {
  round: FragmentOf<typeof roundFacts_round>;
  reached: number;
  rest: number;
  askAnew: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const { id, version, name, ...it } = readFragment(roundFacts_round, round);
  const [asking, setAsking] = useState<'open' | 'cancel' | null>(null);
  const [, open] = useMutation(OpenReviewRound);
  const [, cancel] = useMutation(CancelReviewRound);
  const which = { id, expectedVersion: version };
  const close = () => setAsking(null);

  function answered(error: CombinedError | undefined) {
    const problem = error ? toProblem(error) : null;
    if (problem?.code === 'CONFLICT') askAnew();
    return problem;
  }

  return (
    <>
      <div className="round-actions">
        <button
          type="button"
          className="ds-button"
          disabled={reached === 0}
          onClick={() => setAsking('open')}
        >
          {formatMessage({ id: 'round.openIt' })}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => setAsking('cancel')}
        >
          {formatMessage({ id: 'round.cancel' })}
        </button>
      </div>
      {asking === 'open' && (
        <FormDialog
          name={`open ${id}`}
          title={formatMessage({ id: 'round.openNamed' }, { name })}
          action={formatMessage({ id: 'round.openIt' })}
          onClose={close}
          submit={async () => answered((await open({ input: which }, context)).error)}
        >
          <p>
            {formatMessage(
              { id: 'round.openWhat' },
              {
                reached,
                rest,
                day: formatDate(it.opensOn, { dateStyle: 'long', timeZone: 'UTC' }),
                reminders: it.reminderDays.length + (it.lastCallDays ? 1 : 0),
              },
            )}
          </p>
          <p>{formatMessage({ id: 'round.openFinal' })}</p>
        </FormDialog>
      )}
      {asking === 'cancel' && (
        <FormDialog
          name={`cancel ${id}`}
          title={formatMessage({ id: 'round.cancelNamed' }, { name })}
          action={formatMessage({ id: 'round.cancel' })}
          onClose={close}
          submit={async (values) => {
            const reason = String(values.get('reason') ?? '').trim() || null;
            return answered((await cancel({ input: { ...which, reason } }, context)).error);
          }}
        >
          <p>{formatMessage({ id: 'round.cancelWhat' })}</p>
          <Field
            name="reason"
            label={formatMessage({ id: 'form.whyOptional' })}
            hint={formatMessage({ id: 'staff.reasonHint' })}
            most={500}
          />
        </FormDialog>
      )}
    </>
  );
}
