import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';

export const FreshnessMark_freshness = graphql(`
  fragment FreshnessMark_freshness on Freshness {
    state
    verifiedOn
    dueOn
  }
`);

/** A tick, a clock, a warning, a question: told apart by shape, and by the words beside them. */
const strokes = {
  FRESH: 'M3.5 8.5l3 3 6-7',
  DUE: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5v3.7l2.5 1.5',
  STALE: 'M8 2v7.5M8 13v.5',
  UNKNOWN: 'M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .7-1 1.4M8 12v.5',
} as const;

/** Aktualitet. In a few words and a sign, for lists: since when it counts, or when somebody should have asked again. */
export function FreshnessMark({
  freshness,
}: {
  freshness: FragmentOf<typeof FreshnessMark_freshness>;
}) {
  const { formatMessage, formatDate } = useIntl();
  const { state, verifiedOn, dueOn } = readFragment(FreshnessMark_freshness, freshness);
  const day = state === 'FRESH' ? verifiedOn : dueOn;
  const month = day && formatDate(day, { month: 'long', year: 'numeric', timeZone: 'UTC' });

  return (
    <span className="freshness-mark" data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={strokes[state]} />
      </svg>
      {month
        ? formatMessage({ id: `freshness.${state}.when` }, { month })
        : formatMessage({ id: `freshness.${state}` })}
    </span>
  );
}
