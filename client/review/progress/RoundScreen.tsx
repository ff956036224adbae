import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { annexPath, roundsPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { RoundLetters } from '#client/review/letter/RoundLetters.tsx';
import { RoundDifferences } from './RoundDifferences.tsx';
import { RoundDraft, RoundDraft_round } from './RoundDraft.tsx';
import { RoundMark } from './RoundMark.tsx';
import { RoundProgress } from './RoundProgress.tsx';
import { RoundSignOffs } from './RoundSignOffs.tsx';
import { CloseRound, CloseRound_round } from './CloseRound.tsx';
import './progress.css';

export const RoundScreen_query = graphql(
  `
    query RoundScreen($id: ID!) {
      reviewRound(id: $id) {
        id
        name
        state
        opensOn
        dueOn
        openedAt
        queuedAt
        closedAt
        viewerMay {
          close
        }
        ...RoundDraft_round
        ...CloseRound_round
      }
      reviewRounds {
        id
        name
        closedAt
      }
    }
  `,
  [RoundDraft_round, CloseRound_round],
);

const context = { additionalTypenames: ['ReviewRound'] };

/** Between two looks at whether all letters are made: they are in seconds. */
const pause = 1_500;

/** En runde. A draft is looked through and opened; one that is under way is followed, signed for and closed. */
export function RoundScreen({ id }: { id: string }) {
  const { formatMessage, formatDate } = useIntl();
  const [result, askAnew] = useQuery({
    query: RoundScreen_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
    context,
  });
  const { reviewRound } = result.data ?? {};
  const isBeingMade = reviewRound?.state === 'OPEN' && !reviewRound.queuedAt;
  useEffect(() => {
    if (!isBeingMade || result.fetching || result.stale) return;
    const timer = setTimeout(() => askAnew({ requestPolicy: 'network-only' }), pause);
    return () => clearTimeout(timer);
  }, [isBeingMade, result.fetching, result.stale, result.operation, askAnew]);
  const name = result.data?.reviewRound?.name ?? formatMessage({ id: 'round.title' });
  const day = (date: string) => formatDate(date, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <Page title={name} heading={<bdi>{name}</bdi>}>
      <Loaded result={result} waiting={<Skeleton lines={10} />}>
        {({ reviewRound: round, reviewRounds }) => {
          if (!round) {
            return (
              <EmptyState title={formatMessage({ id: 'round.notThere' })}>
                <p>
                  <Link href={roundsPath}>{formatMessage({ id: 'round.all' })}</Link>
                </p>
              </EmptyState>
            );
          }
          const { state, opensOn, dueOn, openedAt, closedAt, viewerMay } = round;
          const isUnderWay = state === 'OPEN' || state === 'CLOSED';
          const earlier = reviewRounds.filter(
            (it) => it.closedAt && openedAt && it.closedAt <= openedAt && it.id !== id,
          );
          return (
            <div className="round-sections">
              <div>
                <p>
                  <RoundMark state={state} />{' '}
                  {formatMessage({ id: 'round.days' }, { from: day(opensOn), to: day(dueOn) })}{' '}
                  {closedAt &&
                    formatMessage(
                      { id: 'round.closedOn' },
                      {
                        day: formatDate(closedAt, { dateStyle: 'long', timeZone: 'Europe/Oslo' }),
                      },
                    )}
                </p>
                {isUnderWay && (
                  <div className="round-actions">
                    <Link href={annexPath(id)}>{formatMessage({ id: 'annex.title' })}</Link>
                    <CloseRound round={round} />
                  </div>
                )}
              </div>
              {isBeingMade ? (
                <p role="status">{formatMessage({ id: 'round.beingMade' })}</p>
              ) : isUnderWay ? (
                <>
                  <RoundProgress id={id} isOpen={state === 'OPEN'} />
                  {viewerMay.close && <RoundLetters id={id} />}
                  <RoundSignOffs id={id} />
                  <RoundDifferences id={id} earlier={earlier} />
                </>
              ) : (
                <RoundDraft
                  round={round}
                  askAnew={() => askAnew({ requestPolicy: 'network-only' })}
                />
              )}
              <p>
                <Link href={roundsPath}>{formatMessage({ id: 'round.all' })}</Link>
              </p>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
