import { useEffect, useEffectEvent } from 'react';

/** Når noen ser på siden igjen. Does something when somebody comes back to the page from another window. */
export function useLookedAtAgain(then: () => void): void {
  const onFocus = useEffectEvent(then);
  useEffect(() => {
    const look = () => onFocus();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
}
