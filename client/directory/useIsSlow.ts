import { useEffect, useState } from 'react';

const patience = 400;

/** Whether the waiting has lasted long enough to be shown. A transition with a delay would keep the machine painting meanwhile. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [hasWaitedLong, setWaitedLong] = useState(false);

  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setWaitedLong(true), patience);
    return () => {
      clearTimeout(timer);
      setWaitedLong(false);
    };
  }, [isWaiting]);

  return hasWaitedLong;
}
