import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { useMoment } from '#client/access/useMoment.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { importPath } from '#client/paths.ts';
import { useSaid } from './useSaid.ts';

export const EarlierImport_import = graphql(`
  fragment EarlierImport_import on Import {
    id
    fileName
    rows
    state
    at
    by {
      name
    }
    batch {
      state
      made
      changed
    }
  }
`);

/** One import of before: what, when, by whom, and how it stands. */
export function EarlierImport({ it }: { it: FragmentOf<typeof EarlierImport_import> }) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const said = useSaid();
  const { id, fileName, rows, state, at, by, batch } = readFragment(EarlierImport_import, it);
  const isSettled = batch !== null && state === 'DONE' && batch.state !== 'DONE';
  const time = moment(at);

  return (
    <li className="import-earlier">
      <Link href={importPath(id)}>
        {formatMessage({ id: 'import.brought' }, { file: <bdi key="file">{fileName}</bdi>, rows })}
      </Link>{' '}
      <span className="mark-tag">
        {isSettled ? said('import.batch', batch.state) : said('import.state', state)}
      </span>
      <p className="quiet">
        {by
          ? formatMessage({ id: 'import.broughtBy' }, { time, name: by.name })
          : formatMessage({ id: 'import.broughtByNobody' }, { time })}
      </p>
      {batch && (
        <p>{formatMessage({ id: 'import.done' }, { made: batch.made, changed: batch.changed })}</p>
      )}
    </li>
  );
}
