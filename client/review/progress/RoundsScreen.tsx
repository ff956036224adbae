import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useMay } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { newRoundPath, roundPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { RoundMark } from './RoundMark.tsx';
import './progress.css';

export const RoundsScreen_query = graphql(`
  query RoundsScreen {
    reviewRounds {
      id
      name
      state
      opensOn
      dueOn
      requestCount
    }
  }
`);

const context = { additionalTypenames: ['ReviewRound'] };

/** Oppdateringsrunder. Those that were, are and will be, the latest first. */
export function RoundsScreen() {
  const { formatMessage, formatDate } = useIntl();
  const mayRun = useMay('review.run');
  const [result] = useQuery({
    query: RoundsScreen_query,
    requestPolicy: 'cache-and-network',
    context,
  });
  const day = (date: string) => formatDate(date, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <Page title={formatMessage({ id: 'round.title' })}>
      <p className="section-intro">{formatMessage({ id: 'round.intro' })}</p>
      {mayRun && (
        <p className="round-actions">
          <Link className="ds-button" href={newRoundPath()}>
            {formatMessage({ id: 'round.new' })}
          </Link>
        </p>
      )}
      <Loaded result={result} waiting={<Skeleton lines={6} />}>
        {({ reviewRounds }) =>
          reviewRounds.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'round.none' })}>
              <p>{formatMessage({ id: 'round.noneWhy' })}</p>
            </EmptyState>
          ) : (
            <ol className="round-list">
              {reviewRounds.map(({ id, name, state, opensOn, dueOn, requestCount }) => (
                <li key={id}>
                  <h2>
                    <Link href={roundPath(id)}>
                      <bdi>{name}</bdi>
                    </Link>
                  </h2>
                  <p>
                    <RoundMark state={state} />{' '}
                    {formatMessage({ id: 'round.days' }, { from: day(opensOn), to: day(dueOn) })}
                  </p>
                  {requestCount > 0 && (
                    <p className="quiet">
                      {formatMessage({ id: 'round.about' }, { count: requestCount })}
                    </p>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
}
