import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';

import type { Purpose } from '#client/access/purpose.ts';
import { useViewer } from '#client/access/viewer.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { takeLostFocus } from '#client/ui/takeLostFocus.ts';
import { useReadOnce } from '#client/ui/useReadOnce.ts';
import { ChosenFilters, ChosenFilters_search } from './ChosenFilters.tsx';
import { ContactSheetRow, ContactSheetRow_hit, peopleShownIn } from './ContactSheetRow.tsx';
import { addressOf, type DirectoryQuery } from './directoryQuery.ts';

export const ContactSheet_query = graphql(
  `
    query ContactSheet($text: Text!, $filter: DirectoryFilter, $first: Int!, $purpose: Purpose)
    @purpose(of: $purpose) {
      search(text: $text, filter: $filter, first: $first) {
        totalCount
        isCapped
        ...ChosenFilters_search
        nodes {
          ... on OrganisationHit {
            id
          }
          ... on PersonHit {
            id
          }
          ...ContactSheetRow_hit
        }
      }
    }
  `,
  [ChosenFilters_search, ContactSheetRow_hit],
);

/** As many as one page of the API holds; more is a list for a machine, not for a phone call. */
const most = 100;

const notYet = { data: undefined, error: undefined, stale: false };

const columns = ['who', 'where', 'contact', 'notes'] as const;

/** Selve arket. Fetched once, for one purpose or none: everybody whose details it shows in full has been read by whoever made it. */
export function ContactSheet({
  query,
  purpose,
}: {
  query: DirectoryQuery;
  purpose: Purpose | null;
}) {
  const { formatMessage } = useIntl();
  const text = query.text.trim();
  const { answer, read } = useReadOnce(ContactSheet_query);
  useEffect(() => {
    read({ text, filter: query.filter, first: most, purpose });
    // Once, for each time is a read in the log: another question, or another purpose, is drawn as another sheet (its key).
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const asked = text
    ? formatMessage({ id: 'contactSheet.asked' }, { text: <bdi key="text">{text}</bdi> })
    : formatMessage({ id: 'contactSheet.askedNothing' });

  return (
    <Loaded result={answer ?? notYet} waiting={<Skeleton lines={16} />}>
      {({ search }) => <Paper search={search} query={query} purpose={purpose} asked={asked} />}
    </Loaded>
  );
}

function Paper({
  search,
  query,
  purpose,
  asked,
}: {
  search: ResultOf<typeof ContactSheet_query>['search'];
  query: DirectoryQuery;
  purpose: Purpose | null;
  asked: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const made = useMade(purpose);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => takeLostFocus(sheet.current), []);
  const { totalCount, isCapped, nodes } = search;

  return (
    <div ref={sheet} tabIndex={-1} className="sheet">
      <p className="sheet-asked">{asked}</p>
      <ChosenFilters
        search={search}
        query={query}
        ask={(change) => navigate(addressOf(change(query), '/kontaktark'))}
      />
      <p role="status">
        {formatMessage(
          { id: isCapped ? 'contactSheet.countCapped' : 'contactSheet.count' },
          { shown: nodes.length, total: totalCount },
        )}{' '}
        {nodes.length < totalCount && formatMessage({ id: 'contactSheet.rest' })}
      </p>
      <p className="sheet-made">{made}</p>
      <p>
        {purpose
          ? formatMessage({ id: 'contactSheet.logged' }, { count: peopleShownIn(nodes) })
          : formatMessage({ id: 'contactSheet.masked' })}
      </p>
      <p className="sheet-care">{formatMessage({ id: 'contactSheet.care' })}</p>
      {nodes.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'contactSheet.none' })} />
      ) : (
        <table className="sheet-table">
          <colgroup>
            {columns.map((column) => (
              <col key={column} className={`sheet-${column}`} />
            ))}
          </colgroup>
          <thead>
            <tr className="sheet-running">
              <td colSpan={4}>
                {asked} · {made}
              </td>
            </tr>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {formatMessage({ id: `contactSheet.${column}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((hit) => (
              <ContactSheetRow key={hit.id} hit={hit} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** By whom, when and for what. */
function useMade(purpose: Purpose | null): string {
  const { formatMessage, formatDate } = useIntl();
  const inSentence = useInSentence();
  const viewer = useViewer();
  const [now] = useState(() => new Date());
  const values = {
    date: formatDate(now, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }),
    name: viewer ? viewer.name : '',
    role: viewer ? formatMessage({ id: `role.${viewer.role}` }).toLowerCase() : '',
  };
  if (!purpose) return formatMessage({ id: 'contactSheet.made' }, values);
  return formatMessage(
    { id: 'contactSheet.madeFor' },
    { ...values, purpose: inSentence(formatMessage({ id: `purpose.${purpose}` })) },
  );
}
