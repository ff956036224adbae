import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { useMoment } from './useMoment.ts';

export const SessionRow_session = graphql(`
  fragment SessionRow_session on Session {
    id
    browser
    system
    startedAt
    lastSeenAt
    isCurrent
  }
`);

export const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      id
    }
  }
`);

/** One browser in which one is signed in. This one is left by signing out. */
export function SessionRow({ session }: { session: FragmentOf<typeof SessionRow_session> }) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const { id, browser, system, startedAt, lastSeenAt, isCurrent } = readFragment(
    SessionRow_session,
    session,
  );
  const [{ fetching, error }, end] = useMutation(EndSession);

  const unknown = formatMessage({ id: 'account.unknownBrowser' });
  const name =
    browser && system
      ? formatMessage({ id: 'account.browserOn' }, { browser, system })
      : (browser ?? system ?? unknown);
  return (
    <li className="access-row">
      <div>
        <strong>{name}</strong>{' '}
        {isCurrent && <span className="mark-tag">{formatMessage({ id: 'account.thisOne' })}</span>}
        <p className="access-details">
          {formatMessage({ id: 'account.since' }, { time: moment(startedAt) })}
          {' · '}
          {formatMessage({ id: 'account.lastUsed' }, { time: moment(lastSeenAt) })}
        </p>
        {error && <ProblemNote problem={toProblem(error)} />}
      </div>
      {!isCurrent && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={fetching}
          onClick={() => void end({ input: { id } })}
        >
          {formatMessage({ id: 'account.end' })}
          <VisuallyHidden> {name}</VisuallyHidden>
        </button>
      )}
    </li>
  );
}
