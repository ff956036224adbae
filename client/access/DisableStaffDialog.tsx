import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { AccessDialog } from './AccessDialog.tsx';
import type { StaffUserShown } from './StaffRow.tsx';
import { useAsked } from './useAsked.ts';
import { useAskedUser } from './useAskedUser.ts';

export const DisableStaff = graphql(`
  mutation DisableStaff($input: DisableStaffInput!) {
    disableStaff(input: $input) {
      id
    }
  }
`);

/** Sperre. */
export function DisableStaffDialog({ users }: { users: readonly StaffUserShown[] }) {
  const { formatMessage } = useIntl();
  const [id, ask] = useAsked('sperr');
  const user = useAskedUser(users, id);
  const [, disable] = useMutation(DisableStaff);
  if (!user?.viewerMay.disable) return null;

  return (
    <AccessDialog
      name={`disable ${user.id}`}
      title={formatMessage({ id: 'staff.disableWhom' }, { name: user.name })}
      action={formatMessage({ id: 'staff.disable' })}
      what={formatMessage({ id: 'staff.disableWhat' }, { name: user.name })}
      submit={async (values) => {
        const reason = String(values.get('reason')) || null;
        const input = { id: user.id, expectedVersion: user.version, reason };
        const { error } = await disable({ input });
        return error ? toProblem(error) : null;
      }}
      onClose={() => ask(null)}
    />
  );
}
