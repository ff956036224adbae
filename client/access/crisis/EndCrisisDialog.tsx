import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { maskShown } from '#client/access/shown.ts';
import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';

export const EndCrisis = graphql(`
  mutation EndCrisis($input: EndCrisisInput!) {
    endCrisis(input: $input) {
      id
    }
  }
`);

/** With it ends what was opened in it, and what was shown by that. */
const context = { additionalTypenames: ['BreakGlass', 'PersonContactPoint'] };

/** Avslutte krise. */
export function EndCrisisDialog({
  crisis: { id, version, name },
  onClose,
}: {
  crisis: { readonly id: string; readonly version: number; readonly name: string };
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [, end] = useMutation(EndCrisis);

  return (
    <FormDialog
      name={`end ${id}`}
      title={formatMessage({ id: 'crisis.endWhich' }, { name })}
      action={formatMessage({ id: 'crisis.end' })}
      submit={async () => {
        const { error } = await end({ input: { id, expectedVersion: version } }, context);
        if (!error) maskShown();
        return error ? toProblem(error) : null;
      }}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'crisis.endWhat' })}</p>
    </FormDialog>
  );
}
