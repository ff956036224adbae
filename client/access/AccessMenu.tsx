import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { changesPath, readsPath } from '#client/paths.ts';

/** What there is of one's own, and to look after access: each for those who may. */
const entries = [
  { label: 'account.title', address: '/min-konto', permission: 'session.end' },
  { label: 'traces.reads', address: readsPath, permission: 'readLog.read' },
  { label: 'traces.changes', address: changesPath, permission: 'changeLog.read' },
  { label: 'staff.title', address: '/administrasjon/brukere', permission: 'staff.manage' },
  { label: 'tokens.title', address: '/administrasjon/nokler', permission: 'token.manage' },
] as const;

export function AccessMenu({ permissions }: { permissions: readonly string[] }) {
  const { formatMessage } = useIntl();
  const theirs = entries.filter(({ permission }) => permissions.includes(permission));

  return (
    <nav className="menu-links" aria-label={formatMessage({ id: 'access.menu' })}>
      {theirs.map(({ label, address }) => (
        <Link
          key={address}
          href={address}
          onClick={() => document.getElementById('menu')?.hidePopover()}
        >
          {formatMessage({ id: label })}
        </Link>
      ))}
    </nav>
  );
}
