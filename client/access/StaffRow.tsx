import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { useAsked } from './useAsked.ts';
import { useMoment } from './useMoment.ts';

export const StaffRow_user = graphql(`
  fragment StaffRow_user on StaffUser {
    id
    version
    name
    email
    role
    scope {
      name
      organisationId
      areaCode
    }
    disabledAt
    lastSignedInAt
    isViewer
    viewerMay {
      changeRole
      disable
      enable
    }
  }
`);

export type StaffUserShown = FragmentOf<typeof StaffRow_user>;

/** One user, and what may be done about their access. */
export function StaffRow({ user }: { user: StaffUserShown }) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const { id, name, email, role, scope, disabledAt, lastSignedInAt, isViewer, viewerMay } =
    readFragment(StaffRow_user, user);
  const [, askRole] = useAsked('rolle');
  const [, askDisable] = useAsked('sperr');
  const [, askEnable] = useAsked('apne');
  const actions = [
    viewerMay.changeRole && !disabledAt && (['staff.changeRole', askRole] as const),
    viewerMay.disable && (['staff.disable', askDisable] as const),
    viewerMay.enable && (['staff.enable', askEnable] as const),
  ].filter((it) => it !== false);

  return (
    <li className="access-row">
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {isViewer && <span className="mark-tag">{formatMessage({ id: 'staff.you' })}</span>}{' '}
        {disabledAt && (
          <span className="mark-tag is-closed">{formatMessage({ id: 'staff.disabled' })}</span>
        )}
        <p className="access-details">
          {formatMessage({ id: `role.${role}` })}
          {' · '}
          {scope ? <bdi>{scope.name}</bdi> : formatMessage({ id: 'scope.wholeCountry' })}
          {email && (
            <>
              {' · '}
              <bdi>{email}</bdi>
            </>
          )}
          {' · '}
          {lastSignedInAt
            ? formatMessage({ id: 'staff.lastSignedIn' }, { time: moment(lastSignedInAt) })
            : formatMessage({ id: 'staff.neverSignedIn' })}
        </p>
      </div>
      <div className="access-actions">
        {actions.map(([label, ask]) => (
          <button
            key={label}
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => ask(id)}
          >
            {formatMessage({ id: label })}
            <VisuallyHidden> {name}</VisuallyHidden>
          </button>
        ))}
      </div>
    </li>
  );
}
