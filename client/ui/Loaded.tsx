import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { UseQueryState } from 'urql';

import { useConnection } from '#client/connection.ts';
import { notFetched } from '#client/problem.ts';
import { NotFetched } from './NotFetched.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { Skeleton } from './Skeleton.tsx';

/** Draws a query's answer when there is one, and the waiting and the failing when there is not. */
export function Loaded<Data>({
  result,
  waiting = <Skeleton lines={6} />,
  children,
}: {
  result: Pick<UseQueryState<Data>, 'data' | 'error' | 'stale'>;
  /** Something of about the answer's size, so that nothing jumps when it comes. */
  waiting?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { formatMessage } = useIntl();
  const isUnreachable = useConnection() === 'unreachable';

  if (result.data) return <div aria-busy={result.stale}>{children(result.data)}</div>;
  if (result.error) return <ProblemNote problem={notFetched(result.error)} />;
  if (isUnreachable) return <NotFetched />;
  return (
    <div role="status" aria-busy="true">
      <span className="ds-sr-only">{formatMessage({ id: 'shell.loading' })}</span>
      {waiting}
    </div>
  );
}
