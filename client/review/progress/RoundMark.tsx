import { useIntl } from 'react-intl';

const words = {
  DRAFT: 'round.draft',
  OPEN: 'round.open',
  CLOSED: 'round.closed',
  CANCELLED: 'round.cancelled',
} as const;

/** How far a round has come, in a word. */
export function RoundMark({ state }: { state: keyof typeof words }) {
  const { formatMessage } = useIntl();
  return (
    <span className="round-mark" data-state={state}>
      {formatMessage({ id: words[state] })}
    </span>
  );
}
