import { useEffect, useRef } from 'react';

import { useConnection } from '#client/connection.ts';

const pause = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Asks anew when somebody comes back to the page and, where it is watched, about once a minute; but only while somebody is at it. A page
 * that asked by itself would keep the session of whoever has left it open for ever.
 */
export function useAskedWhileHere(ask: () => void, { isWatched }: { isWatched: boolean }): void {
  const isOpen = useConnection() === 'open';
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });

  useEffect(() => {
    if (!isOpen) return;
    const whenSeen = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    document.addEventListener('visibilitychange', whenSeen);
    addEventListener('focus', whenSeen);
    return () => {
      document.removeEventListener('visibilitychange', whenSeen);
      removeEventListener('focus', whenSeen);
    };
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen || !isWatched) return;
    let isAtIt = false;
    const note = () => {
      isAtIt = true;
    };
    const timer = setInterval(() => {
      if (isAtIt && document.visibilityState === 'visible') latest.current();
      isAtIt = false;
    }, pause);
    for (const sign of signs) addEventListener(sign, note, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, note);
    };
  }, [isOpen, isWatched]);
}
