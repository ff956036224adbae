import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { Link } from 'wouter';

import { maskShown } from '#client/access/shown.ts';
import { graphql } from '#client/graphql.ts';
import { breakGlassPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { ProblemHelp } from '#client/ui/ProblemHelp.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';

export const OpenBreakGlass = graphql(`
  mutation OpenBreakGlass($input: OpenBreakGlassInput!) {
    openBreakGlass(input: $input) {
      id
    }
  }
`);

/** What was masked before is fetched anew. */
const context = { additionalTypenames: ['PersonContactPoint'] };

const gives = ['people', 'hours', 'logged', 'account'] as const;

/** Åpne nødtilgang. Says what it gives and what it costs, and asks what for. */
export function OpenBreakGlassDialog({
  crisis: { id, name },
  own,
  onClose,
}: {
  crisis: { readonly id: string; readonly name: string };
  /** What one has opened already and is not done with. */
  own: string | undefined;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [, open] = useMutation(OpenBreakGlass);
  const [refusal, setRefusal] = useState<string>();
  const isTheirs = refusal === 'ALREADY_OPEN' || refusal === 'ACCOUNT_IS_DUE';
  const toOwn = own && isTheirs && (
    <p>
      <Link href={breakGlassPath(own)}>{formatMessage({ id: `crisis.to.${refusal}` })}</Link>
    </p>
  );

  return (
    <ProblemHelp value={{ CONFLICT: toOwn }}>
      <FormDialog
        name={`open ${id}`}
        title={formatMessage({ id: 'crisis.openIn' }, { name })}
        action={formatMessage({ id: 'crisis.open' })}
        submit={async (values) => {
          const input = { crisisId: id, reason: String(values.get('reason')) };
          const { error } = await open({ input }, context);
          const problem = error ? toProblem(error) : null;
          setRefusal(problem?.reason);
          if (!problem) maskShown();
          return problem;
        }}
        onClose={onClose}
      >
        <ul className="crisis-points">
          {gives.map((what) => (
            <li key={what}>{formatMessage({ id: `crisis.gives.${what}` })}</li>
          ))}
        </ul>
        <LongField
          name="reason"
          label={formatMessage({ id: 'crisis.reason' })}
          hint={formatMessage({ id: 'crisis.reasonHint' })}
          least={15}
          most={500}
          required
        />
      </FormDialog>
    </ProblemHelp>
  );
}
