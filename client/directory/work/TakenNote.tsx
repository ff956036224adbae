import { useIntl } from 'react-intl';

import { useMoment } from '#client/access/useMoment.ts';
import type { Problem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';

/** Who is on to it, where somebody is: it is no fault of anybody's. */
export interface Taker {
  readonly by: string;
  readonly until: string;
}

/** A no; where it is because somebody else is on to it, who that is and until when. */
export function TakenNote({ problem }: { problem: Problem }) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  // Of something taken, the list of changes holds who has it and until when; what is missing is looked for below.
  const [taker] = (problem.changes ?? []) as unknown as readonly Partial<Taker>[];

  if (problem.reason !== 'TAKEN' || !taker?.by || !taker.until) {
    return <ProblemNote problem={problem} />;
  }
  return (
    <p role="alert" className="ds-alert" data-color="info">
      {formatMessage({ id: 'work.takenBy' }, { name: taker.by, until: moment(taker.until) })}
    </p>
  );
}
