import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { AccessDialog } from './AccessDialog.tsx';
import { type LinkShown, PersonalLinkRow_link } from './PersonalLinkRow.tsx';
import { useAsked } from './useAsked.ts';

export const RevokePersonalLink = graphql(`
  mutation RevokePersonalLink($input: RevokePersonalLinkInput!) {
    revokePersonalLink(input: $input) {
      id
    }
  }
`);

/** Trekke tilbake lenke. */
export function RevokeLinkDialog({ links }: { links: readonly LinkShown[] }) {
  const { formatMessage } = useIntl();
  const [id, ask] = useAsked('trekk');
  const link = readFragment(PersonalLinkRow_link, links).find((it) => it.id === id);
  const [, revoke] = useMutation(RevokePersonalLink);
  if (!link) return null;

  return (
    <AccessDialog
      name={`revoke ${link.id}`}
      title={formatMessage({ id: 'link.revokeTitle' })}
      action={formatMessage({ id: 'link.revoke' })}
      what={formatMessage({ id: 'link.revokeWhat' })}
      submit={async (values) => {
        const reason = String(values.get('reason')) || null;
        const { error } = await revoke({ input: { id: link.id, reason } });
        return error ? toProblem(error) : null;
      }}
      onClose={() => ask(null)}
    />
  );
}
