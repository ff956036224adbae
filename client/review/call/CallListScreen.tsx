import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { areSingleKeysOn } from '#client/ui/singleKeys.ts';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { isReturning, useReturn } from '#client/ui/useReturn.ts';
import { CallFilters, reasons } from './CallFilters.tsx';
import { focusCall, handleCallKey, placeOfCall } from './callKeys.ts';
import { callContext } from './callOperations.ts';
import { CallRow, CallRow_item } from './CallRow.tsx';
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
    ) {
      callList(
        roundId: $roundId
        trustId: $trustId
        municipality: $municipality
        language: $language
        reasons: $reasons
        isEarly: $isEarly
        isLater: $isLater
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
        nodes {
          id
          ...CallRow_item
        }
      }
    }
  `,
  [CallRow_item],
);

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
  const [result] = useQuery({
    query: CallListScreen_query,
    variables: {
      roundId,
      trustId,
      municipality,
      language,
      reasons: chosen && [chosen],
      isEarly: early !== null,
      isLater: later !== null,
    },
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
        {({ callList }) => <Calls list={callList} isNarrowed={isNarrowed} />}
      </Loaded>
    </Page>
  );
}

function Calls({ list: { nodes, totalCount }, isNarrowed }: { list: List; isNarrowed: boolean }) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLOListElement>(null);
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

  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && place.current >= 0) focusCall(list.current, place.current);
  }, [nodes]);

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
        <p role="status">
          {formatMessage({ id: 'call.count' }, { count: totalCount, shown: nodes.length })}
        </p>
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
        {nodes.map((item) => (
          <CallRow
            key={item.id}
            item={item}
            isOpen={item.id === openId}
            onOpen={(isOpen) => setOpenId(isOpen ? item.id : null)}
          />
        ))}
      </ol>
    </>
  );
}
