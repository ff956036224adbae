import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';

export const DeclareCrisis = graphql(`
  mutation DeclareCrisis($input: DeclareCrisisInput!) {
    declareCrisis(input: $input) {
      id
    }
  }
`);

/** Erklære krise. */
export function DeclareCrisisDialog({
  onDeclared,
  onClose,
}: {
  onDeclared: (id: string) => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [, declare] = useMutation(DeclareCrisis);

  return (
    <FormDialog
      name="declare"
      title={formatMessage({ id: 'crisis.declare' })}
      action={formatMessage({ id: 'crisis.declare' })}
      submit={async (values) => {
        const { data, error } = await declare({ input: { name: String(values.get('name')) } });
        if (data) onDeclared(data.declareCrisis.id);
        return error ? toProblem(error) : null;
      }}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'crisis.declareWhat' })}</p>
      <p>
        <strong>{formatMessage({ id: 'crisis.declareWhatNot' })}</strong>
      </p>
      <Field
        name="name"
        label={formatMessage({ id: 'crisis.name' })}
        hint={formatMessage({ id: 'crisis.nameHint' })}
        least={5}
        maxLength={120}
        autoComplete="off"
        required
      />
    </FormDialog>
  );
}
