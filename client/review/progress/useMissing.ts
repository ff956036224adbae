import { useIntl } from 'react-intl';

import type { Figures, RoundState } from './roundStates.ts';

/** What is not settled, in the order in which somebody would take it. */
const open = [
  'hindered',
  'bounced',
  'failed',
  'silent',
  'opened',
  'queued',
] as const satisfies readonly RoundState[];

/** Det som mangler, in a line: «3 har ikke svart, 1 kan ikke skrives til og 2 forslag venter». Empty where nothing does. */
export function useMissing(figures: Figures, openProposals: number): string {
  const { formatMessage, formatList } = useIntl();
  const missing = open.flatMap((state) =>
    figures[state] > 0
      ? [formatMessage({ id: `signOff.missing.${state}` }, { count: figures[state] })]
      : [],
  );
  if (openProposals > 0) {
    missing.push(formatMessage({ id: 'signOff.missing.proposals' }, { count: openProposals }));
  }
  return formatList(missing);
}
