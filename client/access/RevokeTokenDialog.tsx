import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { AccessDialog } from './AccessDialog.tsx';
import { TokenRow_token, type TokenShown } from './TokenRow.tsx';
import { useAsked } from './useAsked.ts';

export const RevokeApiToken = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      id
    }
  }
`);

/** Trekke tilbake nøkkel. */
export function RevokeTokenDialog({ tokens }: { tokens: readonly TokenShown[] }) {
  const { formatMessage } = useIntl();
  const [id, ask] = useAsked('trekk');
  const token = readFragment(TokenRow_token, tokens).find((it) => it.id === id);
  const [, revoke] = useMutation(RevokeApiToken);
  if (!token?.isLive) return null;

  return (
    <AccessDialog
      name={`revoke ${token.id}`}
      title={formatMessage({ id: 'tokens.revokeWhich' }, { label: token.label })}
      action={formatMessage({ id: 'tokens.revoke' })}
      what={formatMessage({ id: 'tokens.revokeWhat' })}
      submit={async (values) => {
        const reason = String(values.get('reason')) || null;
        const { error } = await revoke({ input: { id: token.id, reason } });
        return error ? toProblem(error) : null;
      }}
      onClose={() => ask(null)}
    />
  );
}
