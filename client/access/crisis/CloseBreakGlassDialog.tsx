import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { maskShown } from '#client/access/shown.ts';
import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';

export const CloseBreakGlass = graphql(`
  mutation CloseBreakGlass($input: BreakGlassInput!) {
    closeBreakGlass(input: $input) {
      id
    }
  }
`);

/** What was shown by it is masked again at once. */
const context = { additionalTypenames: ['PersonContactPoint'] };

/** Avslutte nødtilgang. */
export function CloseBreakGlassDialog({
  opened: { id, version },
  onClose,
}: {
  opened: { readonly id: string; readonly version: number };
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [, close] = useMutation(CloseBreakGlass);

  return (
    <FormDialog
      name={`close ${id}`}
      title={formatMessage({ id: 'crisis.close' })}
      action={formatMessage({ id: 'crisis.close' })}
      submit={async () => {
        const { error } = await close({ input: { id, expectedVersion: version } }, context);
        if (!error) maskShown();
        return error ? toProblem(error) : null;
      }}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'crisis.closeWhat' })}</p>
    </FormDialog>
  );
}
