import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useSearch } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { roundPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { RequestItem, RequestItem_request } from './RequestItem.tsx';
import { allDimensions, roundDimensions, unknownKey } from './roundDimensions.ts';
import { roundStates, stateName } from './roundStates.ts';
import './progress.css';

export const RoundRequests_query = graphql(
  `
    query RoundRequests(
      $id: ID!
      $states: [ReviewRequestState!]
      $by: ProgressBy
      $key: ID
      $after: ID
    ) {
      reviewRound(id: $id) {
        id
        viewerMay {
          close
        }
      }
      reviewRequests(roundId: $id, states: $states, by: $by, key: $key, after: $after) {
        totalCount
        hasMore
        nodes {
          id
          ...RequestItem_request
        }
      }
    }
  `,
  [RequestItem_request],
);

const context = { additionalTypenames: ['ReviewRequest'] };

/** Dem bak et tall. Those who are in one state, of one row of the progress: as many as the figure says. */
export function RoundRequestsScreen({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const parameters = new URLSearchParams(useSearch());
  const [asked, setState] = useAsked('tilstand');
  const state = roundStates.find((it) => stateName(it) === asked) ?? null;
  const by = allDimensions.find((it) => parameters.has(roundDimensions[it])) ?? null;
  const value = by && parameters.get(roundDimensions[by]);
  const key = value === unknownKey ? null : value;
  const title = formatMessage({ id: 'round.requests' });

  return (
    <Page title={title}>
      <div className="round-actions round-tools">
        <label className="field">
          {formatMessage({ id: 'round.state' })}
          <select
            className="ds-input"
            value={state ? stateName(state) : ''}
            onChange={({ target: { value: chosen } }) => setState(chosen || null)}
          >
            <option value="">{formatMessage({ id: 'round.total' })}</option>
            {roundStates.map((it) => (
              <option key={it} value={stateName(it)}>
                {formatMessage({ id: `round.state.${it}` })}
              </option>
            ))}
          </select>
        </label>
        <Link href={roundPath(id)}>{formatMessage({ id: 'annex.back' })}</Link>
      </div>
      <Pages
        key={`${state} ${by} ${key}`}
        variables={{ id, states: state && [stateName(state)], by, key }}
      />
    </Page>
  );
}

interface Which {
  readonly id: string;
  readonly states: ReturnType<typeof stateName>[] | null;
  readonly by: (typeof allDimensions)[number] | null;
  readonly key: string | null;
}

function Pages({ variables }: { variables: Which }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, at) => (
    <RequestsPage
      key={after}
      variables={variables}
      after={after}
      onMore={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
    />
  ));
}

function RequestsPage({
  variables,
  after,
  onMore,
}: {
  variables: Which;
  after: string | null;
  onMore: ((next: string) => void) | null;
}) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: RoundRequests_query,
    variables: { ...variables, after },
    requestPolicy: 'cache-and-network',
    context,
  });

  return (
    <Loaded result={result} waiting={<Skeleton lines={8} />}>
      {({ reviewRound, reviewRequests: { totalCount, hasMore, nodes } }) => (
        <>
          {after === null && (
            <p role="status">{formatMessage({ id: 'round.about' }, { count: totalCount })}</p>
          )}
          <ul className="round-list">
            {nodes.map((request) => (
              <RequestItem
                key={request.id}
                request={request}
                mayPrint={reviewRound?.viewerMay.close ?? false}
              />
            ))}
          </ul>
          {onMore && hasMore && (
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => onMore(nodes.at(-1)?.id ?? '')}
            >
              {formatMessage({ id: 'round.more' })}
            </button>
          )}
        </>
      )}
    </Loaded>
  );
}
