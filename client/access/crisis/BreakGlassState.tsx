import { useIntl } from 'react-intl';

import { useMoment } from '#client/access/useMoment.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useDay } from './useDay.ts';
import { useUntil } from './useUntil.ts';

export const BreakGlassState_breakGlass = graphql(`
  fragment BreakGlassState_breakGlass on BreakGlass {
    isOpen
    expiresAt
    closedAt
    confirmedBy
    accountDueAt
    isLate
    accountedAt
    reviewedAt
    reviewedBy
  }
`);

/** Hvor langt den er kommet, in a sentence. */
export function BreakGlassState({
  breakGlass,
}: {
  breakGlass: FragmentOf<typeof BreakGlassState_breakGlass>;
}) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const day = useDay();
  const until = useUntil();
  const it = readFragment(BreakGlassState_breakGlass, breakGlass);
  const endedAt = moment(it.closedAt ?? it.expiresAt);

  if (it.reviewedAt) {
    return formatMessage(
      { id: 'crisis.state.reviewed' },
      { time: moment(it.reviewedAt), name: it.reviewedBy ?? '' },
    );
  }
  if (it.accountedAt) {
    return formatMessage({ id: 'crisis.state.accounted' }, { time: moment(it.accountedAt) });
  }
  if (!it.isOpen) {
    return formatMessage(
      { id: it.isLate ? 'crisis.state.late' : 'crisis.state.ended' },
      { time: endedAt, day: day(it.accountDueAt) },
    );
  }
  return it.confirmedBy
    ? formatMessage(
        { id: 'crisis.state.confirmed' },
        { until: until(it.expiresAt), name: it.confirmedBy },
      )
    : formatMessage({ id: 'crisis.state.open' }, { until: until(it.expiresAt) });
}
