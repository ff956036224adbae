import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { addressOf, type DirectoryQuery } from './directoryQuery.ts';

/**
 * Uten filtre. The same words, with nothing chosen: the way on where several filters together leave nothing, and where an old address names
 * what is no more.
 */
export function WithoutFilters({ query }: { query: DirectoryQuery }) {
  const { formatMessage } = useIntl();
  return (
    <Link className="ds-button" data-variant="secondary" href={addressOf({ ...query, filter: {} })}>
      {formatMessage({ id: 'directory.withoutFilters' })}
    </Link>
  );
}
