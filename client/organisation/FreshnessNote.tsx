import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import './FreshnessNote.css';

export const FreshnessNote_freshness = graphql(`
  fragment FreshnessNote_freshness on Freshness {
    state
    verifiedOn
    verifiedBy
    dueOn
  }
`);

/** Aktualitet. When the profile was last found right and when to ask again; a warning once that is too long ago. */
export function FreshnessNote({
  freshness,
}: {
  freshness: FragmentOf<typeof FreshnessNote_freshness>;
}) {
  const { formatMessage, formatDate } = useIntl();
  const { state, verifiedOn, verifiedBy, dueOn } = readFragment(FreshnessNote_freshness, freshness);
  const day = (date: string | null) =>
    date && formatDate(date, { dateStyle: 'long', timeZone: 'UTC' });
  const isWarning = state === 'STALE' || state === 'UNKNOWN';

  return (
    <div
      className={isWarning ? 'freshness ds-alert' : 'freshness'}
      data-state={state}
      data-color={isWarning ? 'warning' : undefined}
    >
      <p>
        {formatMessage(
          { id: `contact.freshness.${state}` },
          {
            verified: day(verifiedOn),
            method: verifiedBy ?? 'other',
            due: day(dueOn),
            b: (words) => <strong>{words}</strong>,
          },
        )}
      </p>
    </div>
  );
}
