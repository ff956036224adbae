import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useSearchParams } from 'wouter';

import { useMay } from '#client/access/viewer.ts';
import { HealthTrusts_query } from '#client/directory/TrustChoice.tsx';
import { graphql } from '#client/graphql.ts';
import { duplicatesPath } from '#client/paths.ts';
import { Announcement } from '#client/ui/Announcement.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { DuplicateList, DuplicateList_pair } from './DuplicateList.tsx';
import './duplicate.css';

export const Duplicates_query = graphql(
  `
    query Duplicates(
      $filter: DuplicateFilter!
      $first: Int
      $after: String
      $last: Int
      $before: String
      $purpose: Purpose
    ) @purpose(of: $purpose) {
      duplicates(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        nodes {
          id
          ...DuplicateList_pair
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
  [DuplicateList_pair],
);

const pageSize = 20;

/** Dubletter. What may be in the register twice, the likeliest first, to look at and to decide. */
export function DuplicatesScreen() {
  const { formatMessage } = useIntl();
  const mayCare = useMay('contact.register_care');
  const [asked, setAsked] = useSearchParams();
  const isPeople = asked.get('hva') === 'personer';
  const isDecided = asked.get('avgjort') === 'ja';
  const [trust, after, before] = [asked.get('foretak'), asked.get('etter'), asked.get('for')];
  const kind = isPeople ? 'PERSON' : 'ORGANISATION';
  const [result] = useQuery({
    query: Duplicates_query,
    variables: {
      filter: { kind, trust, isDecided },
      ...(before ? { last: pageSize, before } : { first: pageSize, after }),
      purpose: isPeople && mayCare ? 'REGISTER_CARE' : null,
    },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: known }] = useQuery({ query: HealthTrusts_query });

  const change = (name: string, value: string | null) =>
    setAsked((now) => {
      const next = new URLSearchParams(now);
      for (const place of ['etter', 'for']) next.delete(place);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const address = (name: 'etter' | 'for', cursor: string) => {
    const next = new URLSearchParams(asked);
    for (const place of ['etter', 'for']) next.delete(place);
    next.set(name, cursor);
    return `${duplicatesPath}?${next}`;
  };
  const total = result.data?.duplicates.totalCount;
  const counted =
    total === undefined ? '' : formatMessage({ id: 'duplicate.count' }, { count: total });

  return (
    <Page title={formatMessage({ id: 'duplicate.title' })}>
      <p className="lead">{formatMessage({ id: 'duplicate.lead' })}</p>
      <div className="duplicate-filters">
        <fieldset className="segments">
          <legend className="ds-sr-only">{formatMessage({ id: 'directory.only' })}</legend>
          {(['ORGANISATION', 'PERSON'] as const).map((it) => (
            <label key={it}>
              <input
                type="radio"
                name="hva"
                checked={kind === it}
                onChange={() => change('hva', it === 'PERSON' ? 'personer' : null)}
              />
              <span>{formatMessage({ id: `recordKind.${it}` })}</span>
            </label>
          ))}
        </fieldset>
        <label className="setting">
          <span>{formatMessage({ id: 'filter.trust' })}</span>
          <select
            className="ds-input"
            value={trust ?? ''}
            onChange={({ target }) => change('foretak', target.value || null)}
          >
            <option value="">{formatMessage({ id: 'directory.anyTrust' })}</option>
            {(known?.healthTrusts ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            className="ds-input"
            checked={isDecided}
            onChange={({ target }) => change('avgjort', target.checked ? 'ja' : null)}
          />
          <span className="choice-label">{formatMessage({ id: 'duplicate.showDecided' })}</span>
        </label>
      </div>
      <Announcement text={counted} />
      <Loaded result={result}>
        {({ duplicates: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <EmptyState
              title={formatMessage({
                id: isDecided ? 'duplicate.noneDecided' : 'duplicate.none',
              })}
            >
              {!isDecided && <p>{formatMessage({ id: 'duplicate.noneWhy' })}</p>}
            </EmptyState>
          ) : (
            <>
              <p className="quiet">{counted}</p>
              <DuplicateList pairs={nodes} />
              {(pageInfo.hasPreviousPage || pageInfo.hasNextPage) && (
                <nav
                  className="duplicate-pages"
                  aria-label={formatMessage({ id: 'duplicate.pages' })}
                >
                  {pageInfo.hasPreviousPage && pageInfo.startCursor && (
                    <Link href={address('for', pageInfo.startCursor)}>
                      {formatMessage({ id: 'duplicate.previous' })}
                    </Link>
                  )}
                  {pageInfo.hasNextPage && pageInfo.endCursor && (
                    <Link href={address('etter', pageInfo.endCursor)}>
                      {formatMessage({ id: 'duplicate.next' })}
                    </Link>
                  )}
                </nav>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
