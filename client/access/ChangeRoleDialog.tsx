import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Choice } from '#client/ui/Field.tsx';
import { AccessDialog } from './AccessDialog.tsx';
import { humanRoles, type RoleName } from './humanRoles.ts';
import type { StaffUserShown } from './StaffRow.tsx';
import { useAsked } from './useAsked.ts';
import { useAskedUser } from './useAskedUser.ts';

export const ChangeRole = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) {
    changeRole(input: $input) {
      id
    }
  }
`);

/** Endre rolle. */
export function ChangeRoleDialog({ users }: { users: readonly StaffUserShown[] }) {
  const { formatMessage } = useIntl();
  const [id, ask] = useAsked('rolle');
  const user = useAskedUser(users, id);
  const [, change] = useMutation(ChangeRole);
  if (!user) return null;

  return (
    <AccessDialog
      name={`role ${user.id}`}
      title={formatMessage({ id: 'staff.changeRoleOf' }, { name: user.name })}
      action={formatMessage({ id: 'staff.changeRole' })}
      what={formatMessage(
        { id: 'staff.changeRoleWhat' },
        { name: user.name, role: formatMessage({ id: `role.${user.role}` }) },
      )}
      submit={async (values) => {
        const { error } = await change({
          input: {
            id: user.id,
            expectedVersion: user.version,
            role: String(values.get('role')) as RoleName,
            reason: String(values.get('reason')) || null,
          },
        });
        return error ? toProblem(error) : null;
      }}
      onClose={() => ask(null)}
    >
      <Choice
        name="role"
        label={formatMessage({ id: 'staff.role' })}
        defaultValue={user.role}
        required
      >
        {humanRoles.map((role) => (
          <option key={role} value={role}>
            {formatMessage({ id: `role.${role}` })}
          </option>
        ))}
      </Choice>
    </AccessDialog>
  );
}
