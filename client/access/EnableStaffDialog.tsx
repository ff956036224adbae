import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { AccessDialog } from './AccessDialog.tsx';
import type { StaffUserShown } from './StaffRow.tsx';
import { useAsked } from './useAsked.ts';
import { useAskedUser } from './useAskedUser.ts';

export const EnableStaff = graphql(`
  mutation EnableStaff($input: EnableStaffInput!) {
    enableStaff(input: $input) {
      id
    }
  }
`);

/** Åpne igjen. */
export function EnableStaffDialog({ users }: { users: readonly StaffUserShown[] }) {
  const { formatMessage } = useIntl();
  const [id, ask] = useAsked('apne');
  const user = useAskedUser(users, id);
  const [, enable] = useMutation(EnableStaff);
  if (!user?.viewerMay.enable) return null;

  return (
    <AccessDialog
      name={`enable ${user.id}`}
      title={formatMessage({ id: 'staff.enableWhom' }, { name: user.name })}
      action={formatMessage({ id: 'staff.enable' })}
      what={formatMessage({ id: 'staff.enableWhat' }, { name: user.name })}
      submit={async (values) => {
        const reason = String(values.get('reason')) || null;
        const input = { id: user.id, expectedVersion: user.version, reason };
        const { error } = await enable({ input });
        return error ? toProblem(error) : null;
      }}
      onClose={() => ask(null)}
    />
  );
}
