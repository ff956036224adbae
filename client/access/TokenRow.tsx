import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { useAsked } from './useAsked.ts';
import { useLastDay } from './useLastDay.ts';
import { useMoment } from './useMoment.ts';

export const TokenRow_token = graphql(`
  fragment TokenRow_token on ApiToken {
    id
    label
    role
    permissions
    scope {
      name
    }
    createdAt
    createdBy
    expiresAt
    lastUsedAt
    revokedAt
    isLive
  }
`);

export type TokenShown = FragmentOf<typeof TokenRow_token>;

/** One token: what it is for, what it may, and whether it is of use. */
export function TokenRow({ token }: { token: TokenShown }) {
  const { formatMessage, formatList } = useIntl();
  const moment = useMoment();
  const { id, label, role, permissions, scope, createdAt, createdBy, ...times } = readFragment(
    TokenRow_token,
    token,
  );
  const { expiresAt, lastUsedAt, revokedAt, isLive } = times;
  const lastDay = useLastDay()(expiresAt);
  const [, ask] = useAsked('trekk');

  return (
    <li className="access-row">
      <div>
        <strong>
          <bdi>{label}</bdi>
        </strong>{' '}
        {!isLive && (
          <span className="mark-tag is-closed">
            {formatMessage({ id: revokedAt ? 'tokens.revoked' : 'tokens.expired' })}
          </span>
        )}
        <p className="access-details">
          {permissions
            ? formatMessage({ id: 'tokens.mayOnly' }, { what: formatList(permissions) })
            : formatMessage({ id: `role.${role}` })}
          {' · '}
          {scope ? <bdi>{scope.name}</bdi> : formatMessage({ id: 'scope.wholeCountry' })}
          {' · '}
          {lastDay
            ? formatMessage({ id: 'tokens.throughDay' }, { day: lastDay })
            : formatMessage({ id: 'tokens.until' }, { time: moment(expiresAt) })}
          {' · '}
          {lastUsedAt
            ? formatMessage({ id: 'account.lastUsed' }, { time: moment(lastUsedAt) })
            : formatMessage({ id: 'tokens.neverUsed' })}
        </p>
        <p className="access-details">
          {createdBy
            ? formatMessage(
                { id: 'tokens.createdBy' },
                { name: createdBy, time: moment(createdAt) },
              )
            : formatMessage({ id: 'tokens.createdByCommand' }, { time: moment(createdAt) })}
        </p>
      </div>
      {isLive && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => ask(id)}
        >
          {formatMessage({ id: 'tokens.revoke' })}
          <VisuallyHidden> {label}</VisuallyHidden>
        </button>
      )}
    </li>
  );
}
