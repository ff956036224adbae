import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import {
  breakGlassPath,
  changesPath,
  crisisPath,
  organisationPath,
  personPath,
} from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ChangedFields, ChangedFields_field } from './ChangedFields.tsx';
import { useTraceFilter } from './traceFilter.ts';
import './traces.css';
import { NoTraces, TraceFilters, TracePages, TraceTabs } from './TraceTools.tsx';
import { useChangeWords } from './useChangeWords.ts';

export const Changes_query = graphql(
  `
    query Changes($first: Int, $after: String, $last: Int, $before: String, $filter: ChangeFilter) {
      changes(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        totalCount
        nodes {
          id
          at
          via
          verb
          reason
          by {
            id
            name
            role
          }
          about {
            id
            kind
            name
          }
          belongsTo {
            id
            kind
            name
          }
          fields {
            ...ChangedFields_field
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [ChangedFields_field],
);

const columns = ['at', 'by', 'record', 'verb', 'fields'] as const;

/** Records that have a page. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  ORGANISATION: organisationPath,
  PERSON: personPath,
  CRISIS: () => crisisPath,
  BREAK_GLASS: breakGlassPath,
};

/** Endringer. What was changed in the whole register, by whom and why. */
export function ChangesScreen() {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const label = (column: (typeof columns)[number]) =>
    formatMessage({ id: `traces.column.${column}` });
  const filter = useTraceFilter();
  const [by, record] = [filter.given('hvem'), filter.given('hva')];
  const [result] = useQuery({
    query: Changes_query,
    variables: { ...filter.page, filter: { by, record, ...filter.days } },
  });
  const shown = result.data?.changes.nodes ?? [];
  const nameOf = shown.find((it) => it.by?.id === by)?.by?.name;
  const ofWhat = shown.find((it) => it.about.id === record)?.about.name;

  return (
    <Page title={formatMessage({ id: 'traces.changes' })}>
      <TraceTabs />
      <p className="lead">{formatMessage({ id: 'traces.changesLead' })}</p>
      <TraceFilters
        filter={filter}
        chosen={[
          ...(by ? [{ key: 'hvem' as const, text: nameOf ?? by }] : []),
          ...(record ? [{ key: 'hva' as const, text: ofWhat ?? record }] : []),
        ]}
      />
      <Loaded result={result}>
        {({ changes: { nodes, totalCount, pageInfo } }) => (
          <>
            {nodes.length === 0 ? (
              <NoTraces filter={filter} path={changesPath} />
            ) : (
              <section
                className="trace-table"
                aria-label={formatMessage({ id: 'traces.changesCount' }, { count: totalCount })}
              >
                <table>
                  <caption>
                    {formatMessage({ id: 'traces.changesCount' }, { count: totalCount })}
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
                    {nodes.map(
                      ({ id, at, by: author, via, about, belongsTo, verb, reason, fields }) => (
                        <tr key={id}>
                          <td data-label={label('at')}>
                            <time dateTime={at}>{words.at(at)}</time>
                          </td>
                          <td data-label={label('by')}>
                            {author ? (
                              <Link href={filter.addressWith('hvem', author.id)}>
                                <bdi>{words.by(author, via)}</bdi>
                              </Link>
                            ) : (
                              words.by(null, via)
                            )}
                          </td>
                          <td data-label={label('record')}>
                            <RecordName {...about} />{' '}
                            {belongsTo && (
                              <>
                                {formatMessage(
                                  { id: 'change.about' },
                                  { name: <RecordName key="of" {...belongsTo} /> },
                                )}{' '}
                              </>
                            )}
                            <Link
                              href={filter.addressWith('hva', about.id)}
                              className="trace-only"
                              aria-label={formatMessage(
                                { id: 'traces.onlyThe' },
                                { name: about.name ?? words.record(about.kind) },
                              )}
                            >
                              {formatMessage({ id: 'traces.only' })}
                            </Link>
                          </td>
                          <td data-label={label('verb')}>
                            {words.verb(verb)}
                            {reason && (
                              <>
                                <br />
                                <q>{reason}</q>
                              </>
                            )}
                          </td>
                          <td data-label={label('fields')}>
                            <ChangedFields verb={verb} fields={fields} />
                          </td>
                        </tr>
                      ),
                    )}
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

function RecordName({ id, kind, name }: { id: string; kind: string; name: string | null }) {
  const words = useChangeWords();
  const page = pages[kind];

  if (!name) return words.record(kind);
  return (
    <>
      {page ? (
        <Link href={page(id)}>
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <bdi>{name}</bdi>
      )}{' '}
      <span className="quiet">({words.record(kind).toLowerCase()})</span>
    </>
  );
}
