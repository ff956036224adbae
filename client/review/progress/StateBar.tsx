import { useIntl } from 'react-intl';

import { type Figures, roundStates } from './roundStates.ts';
import './progress.css';

const width = 1_000;

/** Stolpen. How a round stands, in one picture: each state as long as it has members. The same figures stand beside it. */
export function StateBar({ figures, isThin = false }: { figures: Figures; isThin?: boolean }) {
  const { formatMessage, formatList } = useIntl();
  const there = roundStates.filter((state) => figures[state] > 0);
  const told = there.map((state) =>
    formatMessage(
      { id: 'round.stateCount' },
      { state: formatMessage({ id: `round.state.${state}` }), count: figures[state] },
    ),
  );
  const starts = there.map((_, at) =>
    there.slice(0, at).reduce((sum, state) => sum + figures[state], 0),
  );
  const scale = width / Math.max(figures.total, 1);

  return (
    <svg
      className="state-bar"
      data-thin={isThin || undefined}
      viewBox={`0 0 ${width} 40`}
      preserveAspectRatio="none"
      role="img"
      aria-label={told.length ? formatList(told) : formatMessage({ id: 'round.nobody' })}
    >
      {there.map((state, at) => (
        <rect
          key={state}
          className={`state-${state}`}
          x={starts[at]! * scale}
          y={0}
          width={figures[state] * scale}
          height={40}
        />
      ))}
    </svg>
  );
}
