import { useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql, readFragment, type ResultOf, type VariablesOf } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { areSingleKeysOn } from '#client/ui/singleKeys.ts';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { isReturning, useReturn } from '#client/ui/useReturn.ts';
import { CallFilters, reasons } from './CallFilters.tsx';
import { callsIn, focusCall, handleCallKey, placeOfCall } from './callKeys.ts';
import { callContext } from './callOperations.ts';
import { CallRows, CallRows_page } from './CallRows.tsx';
import { PendingCalls } from './PendingCalls.tsx';
import './call.css';

export const CallListScreen_query = graphql(
  `
    query CallListScreen(
      $roundId: ID
      $trustId: ID
      $municipality: ID
      $language: String
      $reasons: [CallReason!]
      $isEarly: Boolean
      $isLater: Boolean
      $after: String
    ) {
      callList(
        roundId: $roundId
        trustId: $trustId
        municipality: $municipality
        language: $language
        reasons: $reasons
        isEarly: $isEarly
        isLater: $isLater
        after: $after
      ) {
        totalCount
        laterCount
        trusts {
          value
          name
          count
        }
        municipalities {
          value
          name
          count
        }
        languages {
          value
          name
          count
        }
        ...CallRows_page
      }
    }
  `,
  [CallRows_page],
);

export type CallsAsked = Omit<VariablesOf<typeof CallListScreen_query>, 'after'>;
type List = ResultOf<typeof CallListScreen_query>['callList'];

/** Ringelisten. Those whom no letter reaches, one after the other, by keyboard or under a thumb. */
export function CallListScreen() {
  const { formatMessage } = useIntl();
  const [roundId] = useAsked('runde');
  const [trustId] = useAsked('opptak');
  const [municipality] = useAsked('kommune');
  const [language] = useAsked('sprak');
  const [reason] = useAsked('grunn');
  const [early] = useAsked('tidlig');
  const [later] = useAsked('senere');
  const chosen = reasons.find((it) => it === reason) ?? null;
  const asked = {
    roundId,
    trustId,
    municipality,
    language,
    reasons: chosen && [chosen],
    isEarly: early !== null,
    isLater: later !== null,
  };
  const [result] = useQuery({
    query: CallListScreen_query,
    variables: asked,
    context: callContext,
    requestPolicy: 'cache-and-network',
  });
  const isNarrowed = [trustId, municipality, language, chosen, later].some((it) => it !== null);

  return (
    <Page title={formatMessage({ id: 'call.title' })} placesFocus={!isReturning()}>
      <p className="section-intro">
        {formatMessage({ id: 'call.intro' })}{' '}
        <Link href="/min-konto#ringesprak">{formatMessage({ id: 'call.sayLanguages' })}</Link>
      </p>
      <PendingCalls />
      <CallFilters list={result.data?.callList} />
      <Loaded result={result} waiting={<Skeleton lines={10} />}>
        {({ callList }) => (
          <Calls
            key={JSON.stringify(asked)}
            list={callList}
            asked={asked}
            isNarrowed={isNarrowed}
          />
        )}
      </Loaded>
    </Page>
  );
}

function Calls({
  list: page,
  asked,
  isNarrowed,
}: {
  list: List;
  asked: CallsAsked;
  isNarrowed: boolean;
}) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLOListElement>(null);
  const { nodes } = readFragment(CallRows_page, page);
  const returning = useReturn(list, nodes);
  const [openId, setOpenId] = useState<string | null>(null);
  /** Where the focus was last: the one that takes the place of what was done gets it. */
  const place = useRef(-1);

  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (areSingleKeysOn()) handleCallKey(event, list.current);
    };
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, []);

  const settle = useCallback(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && place.current >= 0) focusCall(list.current, place.current);
  }, []);

  if (!nodes.length) {
    const id = isNarrowed ? 'narrowed' : 'all';
    return (
      <EmptyState title={formatMessage({ id: `call.nothing.${id}` })}>
        <p>{formatMessage({ id: `call.nothingMeans.${id}` })}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="call-count">
        <p role="status">{formatMessage({ id: 'call.count' }, { count: page.totalCount })}</p>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => window.print()}
        >
          {formatMessage({ id: 'call.print' })}
        </button>
      </div>
      <p className="quiet call-keys">{formatMessage({ id: 'call.keys' })}</p>
      <ol
        className="call-list"
        ref={list}
        {...returning}
        onFocus={() => {
          place.current = placeOfCall(list.current);
        }}
      >
        <CallRows
          page={page}
          asked={asked}
          openId={openId}
          onOpen={setOpenId}
          onRead={settle}
          onMore={() => {
            place.current = callsIn(list.current);
          }}
        />
      </ol>
    </>
  );
}
