import { useIntl } from 'react-intl';
import type { UseQueryState } from 'urql';

import type { ResultOf } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import type { ExportSize_query } from './exportQueries.ts';

/** Hvor mye. Exactly how many records a file would hold, and what that takes. */
export function ExportSizeNote({
  result: { data, error, fetching },
}: {
  result: Pick<UseQueryState<ResultOf<typeof ExportSize_query>>, 'data' | 'error' | 'fetching'>;
}) {
  const { formatMessage } = useIntl();
  const size = data?.exportSize;
  if (error && !fetching) return <ProblemNote problem={toProblem(error)} />;

  return (
    <div role="status" className="export-size" aria-busy={fetching}>
      <p>
        <strong>
          {size
            ? formatMessage(
                { id: 'export.size' },
                { organisations: size.organisations, people: size.people },
              )
            : formatMessage({ id: 'export.counting' })}
        </strong>
      </p>
      {size && size.people > 0 && <p>{formatMessage({ id: 'export.masked' })}</p>}
      {size?.needsStepUp && <p>{formatMessage({ id: 'export.needsStepUp' })}</p>}
      {size?.needsReason && <p>{formatMessage({ id: 'export.needsReason' })}</p>}
    </div>
  );
}
