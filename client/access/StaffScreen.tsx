import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { AdmitStaffForm } from './AdmitStaffForm.tsx';
import { ChangeRoleDialog } from './ChangeRoleDialog.tsx';
import { DisableStaffDialog } from './DisableStaffDialog.tsx';
import { EnableStaffDialog } from './EnableStaffDialog.tsx';
import { StaffRow, StaffRow_user } from './StaffRow.tsx';
import { staffPath, useAsked } from './useAsked.ts';
import './access.css';

export const StaffScreen_query = graphql(
  `
    query StaffScreen($text: Text, $after: String) {
      staffUsers(text: $text, first: 50, after: $after) {
        totalCount
        nodes {
          id
          ...StaffRow_user
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [StaffRow_user],
);

const context = { additionalTypenames: ['StaffUser'] };

/** Brukere. Who of the staff may sign in, and as what. */
export function StaffScreen() {
  const { formatMessage } = useIntl();
  const [text, setText] = useAsked('q');
  const [after] = useAsked('etter');
  const [adding, setAdding] = useAsked('ny');
  const [result] = useQuery({
    query: StaffScreen_query,
    variables: { text, after },
    context,
  });

  return (
    <Page title={formatMessage({ id: 'staff.title' })}>
      <p className="section-intro">{formatMessage({ id: 'staff.intro' })}</p>
      <div className="access-tools">
        <label className="field">
          <span>{formatMessage({ id: 'staff.find' })}</span>
          <input
            type="search"
            className="ds-input"
            value={text ?? ''}
            onChange={({ target: { value } }) => setText(value || null)}
          />
        </label>
        {!adding && (
          <button type="button" className="ds-button" onClick={() => setAdding('ja')}>
            {formatMessage({ id: 'staff.admit' })}
          </button>
        )}
      </div>
      {adding && <AdmitStaffForm onDone={() => setAdding(null)} />}
      <Loaded result={result}>
        {({ staffUsers: { totalCount, nodes, pageInfo } }) => (
          <div className="access-list">
            <p role="status">{formatMessage({ id: 'staff.count' }, { count: totalCount })}</p>
            {totalCount === 0 && (
              <EmptyState title={formatMessage({ id: 'staff.nobody' })}>
                <p>{formatMessage({ id: 'staff.nobodyWhy' })}</p>
              </EmptyState>
            )}
            {nodes.length > 0 && (
              <ul>
                {nodes.map((user) => (
                  <StaffRow key={user.id} user={user} />
                ))}
              </ul>
            )}
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <Link
                className="ds-button"
                data-variant="secondary"
                href={staffPath(text, pageInfo.endCursor)}
              >
                {formatMessage({ id: 'staff.next' })}
              </Link>
            )}
            {after && (
              <Link href={staffPath(text, null)}>{formatMessage({ id: 'staff.fromStart' })}</Link>
            )}
            <ChangeRoleDialog users={nodes} />
            <DisableStaffDialog users={nodes} />
            <EnableStaffDialog users={nodes} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
