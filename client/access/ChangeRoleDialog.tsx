import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Choice } from '#client/ui/Field.tsx';
import { AccessDialog } from './AccessDialog.tsx';
import { ScopeChoice, ScopeChoice_query } from './ScopeChoice.tsx';
import { scopeIn } from './scopeIn.ts';
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

/** Endre rolle. There once the places to choose among are: what was chosen before must not get lost. */
export function ChangeRoleDialog({ users }: { users: readonly StaffUserShown[] }) {
  const { formatMessage } = useIntl();
  const [id, ask] = useAsked('rolle');
  const user = useAskedUser(users, id);
  const [, change] = useMutation(ChangeRole);
  const [{ data: scopes }] = useQuery({ query: ScopeChoice_query, pause: !user });
  if (!user || !scopes) return null;

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
            scope: scopeIn(values),
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
      <ScopeChoice scopes={scopes} current={user.scope} />
    </AccessDialog>
  );
}
