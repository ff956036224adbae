import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { addressOf, type DirectoryQuery } from './directoryQuery.ts';
import { ExportButton } from './export/ExportButton.tsx';

/** Liste, kart eller kontaktark: the same hits, seen in another way. */
export function ViewSwitch({ query }: { query: DirectoryQuery }) {
  const { formatMessage } = useIntl();

  return (
    <nav className="views" aria-label={formatMessage({ id: 'directory.views' })}>
      {(['list', 'map'] as const).map((view) => (
        <Link
          key={view}
          href={addressOf({ ...query, view })}
          aria-current={query.view === view ? 'true' : undefined}
        >
          {formatMessage({ id: `directory.view.${view}` })}
        </Link>
      ))}
      <Link href={addressOf({ ...query, view: 'list' }, '/kontaktark')}>
        {formatMessage({ id: 'directory.contactSheet' })}
      </Link>
      <ExportButton
        isQuiet
        name="search"
        of={{
          text: query.text.trim(),
          filter: query.filter,
          records: query.filter.only ? [query.filter.only] : ['ORGANISATION', 'PERSON'],
        }}
      />
    </nav>
  );
}
