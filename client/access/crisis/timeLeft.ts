import { useEffect, useState } from 'react';

/** Often enough that no sentence is wrong for long, and seldom enough that nothing moves under the eyes. */
const pause = 20_000;

/**
 * Hvor lenge det er igjen. In whole minutes, counted down from what the server said when it answered: the clocks of two machines are never
 * compared.
 */
export function useMinutesLeft(answer: { readonly secondsLeft: number }): number {
  const [since, setSince] = useState({ answer, seconds: 0 });
  if (since.answer !== answer) setSince({ answer, seconds: 0 });

  useEffect(() => {
    if (answer.secondsLeft === 0) return;
    const from = Date.now();
    const timer = setInterval(
      () => setSince({ answer, seconds: (Date.now() - from) / 1_000 }),
      pause,
    );
    return () => clearInterval(timer);
  }, [answer]);

  return Math.max(0, Math.ceil((answer.secondsLeft - since.seconds) / 60));
}

/** As people say it: minutes up to an hour and a half, then about how many hours. */
export const inHours = (minutes: number): number | null =>
  minutes > 90 ? Math.round(minutes / 60) : null;
