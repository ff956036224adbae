import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useLocation, useSearch } from 'wouter';

import { useViewer } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { ChosenFilters, ChosenFilters_search } from './ChosenFilters.tsx';
import './ContactSheet.css';
import { ContactSheetRow, ContactSheetRow_hit } from './ContactSheetRow.tsx';
import { addressOf, readQuery } from './directoryQuery.ts';

export const ContactSheet_query = graphql(
  `
    query ContactSheet($text: Text!, $filter: DirectoryFilter, $first: Int!) {
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

const columns = ['who', 'where', 'contact', 'notes'] as const;

/** Kontaktark. The hits of a search on paper: who to ring, and room to note that they were reached. */
export function ContactSheetScreen() {
  const { formatMessage, formatDate } = useIntl();
  const [, navigate] = useLocation();
  const query = readQuery(useSearch());
  const viewer = useViewer();
  const [now] = useState(() => new Date());
  const text = query.text.trim();
  const [result] = useQuery({
    query: ContactSheet_query,
    variables: { text, filter: query.filter, first: most },
  });

  const made = formatMessage(
    { id: 'contactSheet.made' },
    {
      date: formatDate(now, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: 'Europe/Oslo',
      }),
      name: viewer ? viewer.name : '',
      role: viewer ? formatMessage({ id: `role.${viewer.role}` }).toLowerCase() : '',
    },
  );
  const asked = text
    ? formatMessage({ id: 'contactSheet.asked' }, { text: <bdi key="text">{text}</bdi> })
    : formatMessage({ id: 'contactSheet.askedNothing' });

  return (
    <Page title={formatMessage({ id: 'contactSheet.title' })}>
      <div className="sheet-tools">
        <button type="button" className="ds-button" onClick={() => print()}>
          {formatMessage({ id: 'contactSheet.print' })}
        </button>
        <Link href={addressOf(query)}>{formatMessage({ id: 'contactSheet.back' })}</Link>
      </div>
      <Loaded result={result} waiting={<Skeleton lines={16} />}>
        {({ search }) => {
          const { totalCount, isCapped, nodes } = search;
          return (
            <div className="sheet">
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
        }}
      </Loaded>
    </Page>
  );
}
