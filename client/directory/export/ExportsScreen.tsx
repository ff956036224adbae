import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useTraceFilter } from '#client/access/traceFilter.ts';
import { NoTraces, TraceFilters, TracePages, TraceTabs } from '#client/access/TraceTools.tsx';
import { useChangeWords } from '#client/access/useChangeWords.ts';
import { graphql } from '#client/graphql.ts';
import { exportsPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';

export const Exports_query = graphql(`
  query Exports(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ExportListFilter
  ) {
    exports(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
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
        purpose
        reason
        format
        search
        organisations
        people
        peopleShown
        state
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

const purposes = ['REGISTER_CARE', 'CRISIS', 'MEETING', 'COUNCIL'] as const;
const columns = ['at', 'by', 'what', 'count', 'purpose'] as const;

/** Eksporter. Who has taken something out of the register, for what and why; never what stood in the files. */
export function ExportsScreen() {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const filter = useTraceFilter();
  const by = filter.given('hvem');
  const purpose = purposes.find((it) => it === filter.given('formal')) ?? null;
  const [result] = useQuery({
    query: Exports_query,
    variables: { ...filter.page, filter: { by, purpose, ...filter.days } },
  });
  const label = (column: (typeof columns)[number]) =>
    formatMessage({ id: `traces.column.${column}` });
  const nameOf = result.data?.exports.nodes.find((it) => it.by?.id === by)?.by?.name;

  return (
    <Page title={formatMessage({ id: 'traces.exports' })}>
      <TraceTabs />
      <p className="lead">{formatMessage({ id: 'traces.exportsLead' })}</p>
      <TraceFilters
        filter={filter}
        chosen={by ? [{ key: 'hvem' as const, text: nameOf ?? by }] : []}
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
        {({ exports: { nodes, totalCount, pageInfo } }) => {
          const caption = formatMessage({ id: 'traces.exportsCount' }, { count: totalCount });
          return (
            <>
              {nodes.length === 0 ? (
                <NoTraces filter={filter} path={exportsPath} />
              ) : (
                <section className="trace-table" aria-label={caption}>
                  <table>
                    <caption>{caption}</caption>
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
                      {nodes.map((one) => (
                        <tr key={one.id}>
                          <td data-label={label('at')}>
                            <time
                              dateTime={one.at}
                              title={formatMessage({ id: 'traces.request' }, { id: one.id })}
                            >
                              {words.at(one.at)}
                            </time>
                          </td>
                          <td data-label={label('by')}>
                            {one.by ? (
                              <Link href={filter.addressWith('hvem', one.by.id)}>
                                <bdi>{words.by(one.by, one.via)}</bdi>
                              </Link>
                            ) : (
                              words.by(null, one.via)
                            )}
                          </td>
                          <td data-label={label('what')}>
                            <div>
                              {formatMessage({ id: `export.format.${one.format}` })}
                              <p className="quiet">
                                <bdi>{one.search}</bdi>
                              </p>
                            </div>
                          </td>
                          <td data-label={label('count')}>
                            <div>
                              {formatMessage(
                                { id: 'traces.organisations' },
                                { count: one.organisations },
                              )}
                              <p>
                                {formatMessage(
                                  { id: 'traces.people' },
                                  { people: one.people, shown: one.peopleShown },
                                )}
                              </p>
                              <p className="quiet">
                                {formatMessage({ id: `traces.state.${one.state}` })}
                              </p>
                            </div>
                          </td>
                          <td data-label={label('purpose')}>
                            <div>
                              {formatMessage({ id: `traces.purpose.${one.purpose}` })}
                              {one.reason && (
                                <p>
                                  <bdi>{one.reason}</bdi>
                                </p>
                              )}
                            </div>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              )}
              <TracePages filter={filter} pageInfo={pageInfo} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
