import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { figuresOf } from './roundStates.ts';
import { standingsContext } from './standingsContext.ts';
import { TrustStandingItem_standing } from './TrustStandingItem.tsx';
import { useMissing } from './useMissing.ts';

export const SignOffRound = graphql(`
  mutation SignOffRound($input: SignOffRoundInput!) {
    signOffRound(input: $input) {
      trustId
    }
  }
`);

const MOST = 500;

/** Godkjenne: says what exactly one signs for, with the figures that are kept with the signature, and what is missing. */
export function SignOffDialog({
  roundId,
  standing,
  onClose,
  onSigned,
}: {
  roundId: string;
  standing: FragmentOf<typeof TrustStandingItem_standing>;
  onClose: () => void;
  onSigned: (name: string) => void;
}) {
  const { formatMessage } = useIntl();
  const [, sign] = useMutation(SignOffRound);
  const {
    trustId,
    trustName,
    answered,
    openProposals,
    figures: told,
  } = readFragment(TrustStandingItem_standing, standing);
  const figures = figuresOf(told);
  const missing = useMissing(figures, openProposals);

  return (
    <FormDialog
      name={`sign off ${roundId} ${trustId}`}
      title={formatMessage({ id: 'signOff.signFor' }, { name: trustName })}
      action={formatMessage({ id: 'signOff.sign' })}
      onClose={onClose}
      submit={async (values) => {
        const note = String(values.get('note') ?? '').trim() || null;
        const input = { roundId, trustId, answered, total: figures.total, note };
        const { error } = await sign({ input }, standingsContext);
        if (error) return toProblem(error);
        onSigned(trustName);
        return null;
      }}
    >
      <p>
        {formatMessage(
          { id: 'signOff.what' },
          {
            name: trustName,
            answered,
            total: figures.total,
            certain: figures.certain,
            confirmed: figures.confirmed,
            changed: figures.changed,
            declined: figures.declined,
          },
        )}
      </p>
      <p>
        {missing
          ? formatMessage({ id: 'signOff.missingStays' }, { missing })
          : formatMessage({ id: 'signOff.nothingMissing' })}
      </p>
      <p className="quiet">{formatMessage({ id: 'signOff.kept' })}</p>
      <LongField
        name="note"
        label={formatMessage({ id: 'signOff.note' })}
        hint={formatMessage({ id: 'signOff.noteHint' })}
        most={MOST}
      />
    </FormDialog>
  );
}
