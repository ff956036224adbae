import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useSearch } from 'wouter';

import { useAskedWhileHere } from '#client/access/crisis/useAskedWhileHere.ts';
import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { roundPath, roundRequestsPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { ProgressTable, ProgressTable_progress } from './ProgressTable.tsx';
import { allDimensions, roundDimensions, type RoundDimension } from './roundDimensions.ts';
import {
  answeredOf,
  askedOf,
  figuresOf,
  roundStates,
  roundStates_figures,
  stateName,
} from './roundStates.ts';
import { StateBar } from './StateBar.tsx';
import './progress.css';

export const RoundProgress_query = graphql(
  `
    query RoundProgress($id: ID!, $by: ProgressBy!) {
      reviewProgress(roundId: $id, by: $by) {
        total {
          ...roundStates_figures
        }
        ...ProgressTable_progress
      }
    }
  `,
  [roundStates_figures, ProgressTable_progress],
);

const context = { additionalTypenames: ['RoundProgress', 'ReviewRequest'] };

/** Fremdrift. How far the round has come, in one picture and in a table; asked anew while somebody looks at it. */
export function RoundProgress({ id, isOpen }: { id: string; isOpen: boolean }) {
  const { formatMessage, formatNumber } = useIntl();
  const [asked] = useAsked('fordelt');
  const by = allDimensions.find((it) => roundDimensions[it] === asked) ?? 'TRUST';
  const [result, askAnew] = useQuery({
    query: RoundProgress_query,
    variables: { id, by },
    requestPolicy: 'cache-and-network',
    context,
  });
  useAskedWhileHere(() => askAnew({ requestPolicy: 'network-only' }), { isWatched: isOpen });

  return (
    <Section id="fremdrift" title={formatMessage({ id: 'round.progress' })}>
      <Loaded result={result} waiting={<Skeleton lines={8} />}>
        {({ reviewProgress }) => {
          const figures = figuresOf(reviewProgress.total);
          const there = roundStates.filter((state) => figures[state] > 0);
          return (
            <>
              <p className="lead" role="status">
                {formatMessage(
                  { id: 'round.answeredOf' },
                  { answered: answeredOf(figures), asked: askedOf(figures) },
                )}
              </p>
              <StateBar figures={figures} />
              <ul className="state-legend">
                {there.map((state) => (
                  <li key={state} className={`state-${state}`}>
                    <Link href={roundRequestsPath(id, { tilstand: stateName(state) })}>
                      {formatMessage({ id: `round.state.${state}` })}
                    </Link>
                    <strong>{formatNumber(figures[state])}</strong>
                  </li>
                ))}
              </ul>
              <Dimensions id={id} chosen={by} />
              <ProgressTable id={id} by={by} progress={reviewProgress} />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Dimensions({ id, chosen }: { id: string; chosen: RoundDimension }) {
  const { formatMessage } = useIntl();
  const search = useSearch();
  const address = (by: RoundDimension) => {
    const parameters = new URLSearchParams(search);
    parameters.set('fordelt', roundDimensions[by]);
    return `${roundPath(id)}?${parameters}`;
  };

  return (
    <nav className="views" aria-label={formatMessage({ id: 'round.by' })}>
      <ul>
        {allDimensions.map((by) => (
          <li key={by}>
            <Link href={address(by)} replace aria-current={by === chosen ? 'page' : undefined}>
              {formatMessage({ id: `round.by.${by}` })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
