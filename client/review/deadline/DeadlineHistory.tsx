import { useIntl } from 'react-intl';

import type { ResultOf } from '#client/graphql.ts';
import { Section } from '#client/ui/Section.tsx';
import type { DeadlinesScreen_query } from './DeadlinesScreen.tsx';
import { useWhom } from './useWhom.ts';

type Event = ResultOf<typeof DeadlinesScreen_query>['reviewDeadlines']['history'][number];

/** Hva som er endret, the latest first. */
export function DeadlineHistory({ history }: { history: readonly Event[] }) {
  const { formatMessage, formatDate } = useIntl();
  const whom = useWhom();
  const what = ({ before, after }: Event) => {
    if (after === null) return formatMessage({ id: 'deadline.takenAway' }, { before });
    if (before === null) return formatMessage({ id: 'deadline.toMonths' }, { after });
    return formatMessage({ id: 'deadline.fromTo' }, { before, after });
  };

  return (
    <Section id="endret" title={formatMessage({ id: 'deadline.history' })}>
      {history.length === 0 ? (
        <p className="quiet">{formatMessage({ id: 'deadline.historyNone' })}</p>
      ) : (
        <ol className="deadline-history">
          {history.map((event) => (
            <li key={event.id}>
              <p>
                <strong>{whom(event)}:</strong> {what(event)}
              </p>
              <p className="quiet">
                <time dateTime={event.at}>
                  {formatDate(event.at, {
                    dateStyle: 'long',
                    timeStyle: 'short',
                    timeZone: 'Europe/Oslo',
                  })}
                </time>
                {' · '}
                <bdi>{event.by ?? formatMessage({ id: 'deadline.somebody' })}</bdi>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
