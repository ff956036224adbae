import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';

export const ConfirmBreakGlass = graphql(`
  mutation ConfirmBreakGlass($input: BreakGlassInput!) {
    confirmBreakGlass(input: $input) {
      id
    }
  }
`);

/** Bekrefte nødtilgang. */
export function ConfirmBreakGlassDialog({
  opened: { id, version, openedBy, reason },
  onClose,
}: {
  opened: {
    readonly id: string;
    readonly version: number;
    readonly openedBy: string;
    readonly reason: string;
  };
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [, confirm] = useMutation(ConfirmBreakGlass);

  return (
    <FormDialog
      name={`confirm ${id}`}
      title={formatMessage({ id: 'crisis.confirmWhose' }, { name: openedBy })}
      action={formatMessage({ id: 'crisis.confirm' })}
      submit={async () => {
        const { error } = await confirm({ input: { id, expectedVersion: version } });
        return error ? toProblem(error) : null;
      }}
      onClose={onClose}
    >
      <blockquote className="crisis-quote">
        <bdi>{reason}</bdi>
      </blockquote>
      <p>{formatMessage({ id: 'crisis.confirmWhat' }, { name: openedBy })}</p>
    </FormDialog>
  );
}
