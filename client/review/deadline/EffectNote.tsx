import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import type { VariablesOf } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { DeadlineEffect_query } from './deadlineOperations.ts';

type Input = VariablesOf<typeof DeadlineEffect_query>['input'];

/** Hva det betyr. For how many organisations a deadline would make a difference, counted before anything is done. */
export function EffectNote({ input }: { input: Input | null }) {
  const { formatMessage } = useIntl();
  const [{ data, error, fetching }] = useQuery({
    query: DeadlineEffect_query,
    variables: { input: input ?? {} },
    pause: input === null,
    requestPolicy: 'network-only',
  });
  if (input === null) return <div role="status" />;
  if (error) return <ProblemNote problem={toProblem(error)} />;
  return (
    <div role="status" className="deadline-effect" aria-busy={fetching}>
      {fetching || !data ? (
        <p>{formatMessage({ id: 'deadline.counting' })}</p>
      ) : (
        <Counted effect={data.deadlineEffect} />
      )}
    </div>
  );
}

function Counted({
  effect: { organisations, fresh, due, stale },
}: {
  effect: { organisations: number; fresh: number; due: number; stale: number };
}) {
  const { formatMessage } = useIntl();
  if (organisations === 0) return <p>{formatMessage({ id: 'deadline.noDifference' })}</p>;
  const becoming = [
    ['Fresh', fresh],
    ['Due', due],
    ['Stale', stale],
  ] as const;
  const counted = becoming.filter(([, count]) => count > 0);
  return (
    <>
      <p>
        <strong>{formatMessage({ id: 'deadline.effect' }, { organisations })}</strong>
      </p>
      {counted.length === 0 ? (
        <p>{formatMessage({ id: 'deadline.stateStays' })}</p>
      ) : (
        <ul>
          {counted.map(([state, count]) => (
            <li key={state}>{formatMessage({ id: `deadline.become${state}` }, { count })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
