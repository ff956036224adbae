import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { personPath, readsPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { useTraceFilter } from './traceFilter.ts';
import './traces.css';
import { NoTraces, TraceFilters, TracePages, TraceTabs } from './TraceTools.tsx';
import { useChangeWords } from './useChangeWords.ts';

export const Reads_query = graphql(`
  query Reads($first: Int, $after: String, $last: Int, $before: String, $filter: ReadFilter) {
    reads(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        id
        at
        via
        by {
          id
          name
          role
        }
        person {
          id
          name
        }
        fields
        purpose
        requestId
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const purposes = ['REGISTER_CARE', 'CRISIS', 'BREAK_GLASS', 'MEETING', 'COUNCIL', 'AUDIT'] as const;
const columns = ['at', 'by', 'person', 'what', 'purpose'] as const;

/** Lesninger. Who has got to know how people are reached; never what they got to know. */
export function ReadsScreen() {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const label = (column: (typeof columns)[number]) =>
    formatMessage({ id: `traces.column.${column}` });
  const filter = useTraceFilter();
  const [by, person] = [filter.given('hvem'), filter.given('person')];
  const purpose = purposes.find((it) => it === filter.given('formal')) ?? null;
  const [result] = useQuery({
    query: Reads_query,
    variables: { ...filter.page, filter: { by, person, purpose, ...filter.days } },
  });
  const shown = result.data?.reads.nodes ?? [];
  const nameOf = shown.find((it) => it.by?.id === by)?.by?.name;
  const whose = shown.find((it) => it.person.id === person)?.person.name;

  return (
    <Page title={formatMessage({ id: 'traces.reads' })}>
      <TraceTabs />
      <p className="lead">{formatMessage({ id: 'traces.readsLead' })}</p>
      <TraceFilters
        filter={filter}
        chosen={[
          ...(by ? [{ key: 'hvem' as const, text: nameOf ?? by }] : []),
          ...(person ? [{ key: 'person' as const, text: whose ?? person }] : []),
        ]}
      >
        <label>
          <span>{formatMessage({ id: 'traces.purpose' })}</span>
          <select
            className="ds-input"
            value={purpose ?? ''}
            onChange={({ target }) => filter.change('formal', target.value)}
          >
            <option value="">{formatMessage({ id: 'traces.anyPurpose' })}</option>
            {purposes.map((it) => (
              <option key={it} value={it}>
                {formatMessage({ id: `traces.purpose.${it}` })}
              </option>
            ))}
          </select>
        </label>
      </TraceFilters>
      <Loaded result={result}>
        {({ reads: { nodes, totalCount, pageInfo } }) => (
          <>
            {nodes.length === 0 ? (
              <NoTraces filter={filter} path={readsPath} />
            ) : (
              <section
                className="trace-table"
                aria-label={formatMessage({ id: 'traces.readsCount' }, { count: totalCount })}
              >
                <table>
                  <caption>
                    {formatMessage({ id: 'traces.readsCount' }, { count: totalCount })}
                  </caption>
                  <thead>
                    <tr>
                      {columns.map((column) => (
                        <th key={column} scope="col">
                          {label(column)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {nodes.map((read) => (
                      <tr key={read.id}>
                        <td data-label={label('at')}>
                          <time
                            dateTime={read.at}
                            title={formatMessage({ id: 'traces.request' }, { id: read.requestId })}
                          >
                            {words.at(read.at)}
                          </time>
                        </td>
                        <td data-label={label('by')}>
                          {read.by ? (
                            <Link href={filter.addressWith('hvem', read.by.id)}>
                              <bdi>{words.by(read.by, read.via)}</bdi>
                            </Link>
                          ) : (
                            words.by(null, read.via)
                          )}
                        </td>
                        <td data-label={label('person')}>
                          {read.person.name ? (
                            <Link href={personPath(read.person.id)}>
                              <bdi>{read.person.name}</bdi>
                            </Link>
                          ) : (
                            formatMessage({ id: 'traces.gone' })
                          )}{' '}
                          <Link
                            href={filter.addressWith('person', read.person.id)}
                            className="trace-only"
                            aria-label={formatMessage(
                              { id: 'traces.onlyThe' },
                              { name: read.person.name ?? read.person.id },
                            )}
                          >
                            {formatMessage({ id: 'traces.only' })}
                          </Link>
                        </td>
                        <td data-label={label('what')}>
                          {read.fields.map(words.field).join(', ')}
                        </td>
                        <td data-label={label('purpose')}>
                          {read.purpose
                            ? formatMessage({ id: `traces.purpose.${read.purpose}` })
                            : formatMessage({ id: 'traces.noPurpose' })}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            )}
            <TracePages filter={filter} pageInfo={pageInfo} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
