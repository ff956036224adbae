import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql, type ResultOf } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { isReturning, useReturn } from '#client/ui/useReturn.ts';
import { QuietList, QuietList_rule } from './QuietList.tsx';
import { StopCard, StopCard_request, stopContext } from './StopCard.tsx';
import './ChangeProposals.css';

export const StopsScreen_query = graphql(
  `
    query StopsScreen {
      stopRequests {
        id
        ...StopCard_request
      }
      quietRules {
        id
        ...QuietList_rule
      }
    }
  `,
  [StopCard_request, QuietList_rule],
);

/** Henvendelser. Organisations that want to be left alone, object or want to be removed; each gets an answer within a month. */
export function StopsScreen() {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: StopsScreen_query, context: stopContext });
  const [told, setTold] = useState<string | null>(null);

  return (
    <Page title={formatMessage({ id: 'stop.title' })} placesFocus={!isReturning()}>
      <p className="section-intro">{formatMessage({ id: 'stop.intro' })}</p>
      <p role="status">{told && formatMessage({ id: 'stop.answered' }, { name: told })}</p>
      <Loaded result={result}>
        {({ stopRequests, quietRules }) => (
          <>
            <Stops requests={stopRequests} onAnswered={setTold} />
            <QuietList rules={quietRules} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Stops({
  requests,
  onAnswered,
}: {
  requests: ResultOf<typeof StopsScreen_query>['stopRequests'];
  onAnswered: (name: string) => void;
}) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLOListElement>(null);
  const returning = useReturn(list, requests);

  if (!requests.length) {
    return (
      <EmptyState title={formatMessage({ id: 'stop.none' })}>
        <p>{formatMessage({ id: 'stop.noneWhy' })}</p>
      </EmptyState>
    );
  }
  return (
    <ol className="change-proposals" ref={list} {...returning}>
      {requests.map((request) => (
        <StopCard key={request.id} request={request} onAnswered={onAnswered} />
      ))}
    </ol>
  );
}
