import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';

export const LiftQuietRule = graphql(`
  mutation LiftQuietRule($input: LiftQuietRuleInput!) {
    liftQuietRule(input: $input) {
      id
    }
  }
`);

export const RestoreQuietRule = graphql(`
  mutation RestoreQuietRule($input: RestoreQuietRuleInput!) {
    restoreQuietRule(input: $input) {
      id
    }
  }
`);

const MOST = 500;
const context = { additionalTypenames: ['QuietRule', 'Organisation', 'ChangeConnection'] };

/** Opphev. Asks who said so and why; the one who pressed too soon takes it back. */
export function LiftQuietRuleDialog({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const [, lift] = useMutation(LiftQuietRule);
  const [, restore] = useMutation(RestoreQuietRule);

  async function undo() {
    const { error } = await restore({ input: { id } }, context);
    return error ? toProblem(error) : null;
  }

  async function send(values: FormData) {
    const input = { id, reason: String(values.get('reason') ?? '') };
    const { error } = await lift({ input }, context);
    if (error) return toProblem(error);
    offerUndo({ text: formatMessage({ id: 'quiet.lifted' }, { name }), undo });
    return null;
  }

  return (
    <FormDialog
      name={`lift quiet ${id}`}
      title={formatMessage({ id: 'quiet.liftWhich' }, { name })}
      action={formatMessage({ id: 'quiet.lift' })}
      submit={send}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'quiet.liftWhat' })}</p>
      <LongField
        name="reason"
        label={formatMessage({ id: 'quiet.reason' })}
        hint={formatMessage({ id: 'quiet.reasonHint' })}
        most={MOST}
        required
      />
    </FormDialog>
  );
}
