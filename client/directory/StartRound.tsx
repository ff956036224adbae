import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { useMay } from '#client/access/viewer.ts';
import { newRoundPath } from '#client/paths.ts';
import { addressOf, type DirectoryQuery, isBlank } from './directoryQuery.ts';

/** Start en runde for dem som søket finner, for those who lead the programme. People are never asked. */
export function StartRound({ query }: { query: DirectoryQuery }) {
  const { formatMessage } = useIntl();
  const may = useMay('review.run');
  if (!may || isBlank(query) || query.filter.only === 'PERSON') return null;

  return (
    <Link className="plain-link save-search" href={addressOf(query, newRoundPath())}>
      {formatMessage({ id: 'round.new' })}
    </Link>
  );
}
