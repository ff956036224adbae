import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';

export const AccountForBreakGlass = graphql(`
  mutation AccountForBreakGlass($input: AccountForBreakGlassInput!) {
    accountForBreakGlass(input: $input) {
      id
    }
  }
`);

/** Gjøre rede for nødtilgang. The form behind accountForBreakGlass. */
export function AccountForm({
  opened: { id, version },
}: {
  opened: { readonly id: string; readonly version: number };
}) {
  const { formatMessage } = useIntl();
  const [, accountFor] = useMutation(AccountForBreakGlass);

  async function submit(values: FormData) {
    const account = String(values.get('account'));
    const { error } = await accountFor({ input: { id, expectedVersion: version, account } });
    return error ? toProblem(error) : null;
  }

  return (
    <Form name={`account ${id}`} submit={submit}>
      <LongField
        name="account"
        label={formatMessage({ id: 'crisis.accountLabel' })}
        hint={formatMessage({ id: 'crisis.accountHint' })}
        rows={6}
        least={15}
        most={1000}
        required
      />
      <div className="form-actions">
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'crisis.sendAccount' })}
        </button>
      </div>
    </Form>
  );
}
