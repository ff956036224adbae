import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

/**
 * Ført hit. Whoever comes by the address of a record that was merged into another gets the address of that other, and is told so: gives
 * whether they came that way.
 *
 * `asked`: the identifier in the address. `found`: that of the record that answered.
 */
export function useLedHere(
  asked: string,
  found: string | undefined,
  path: (id: string) => string,
): boolean {
  const [, navigate] = useLocation();
  const state = useHistoryState<{ isLedHere?: boolean } | null>();
  const isElsewhere = found !== undefined && found.toLowerCase() !== asked.toLowerCase();

  useEffect(() => {
    if (isElsewhere) navigate(path(found), { replace: true, state: { isLedHere: true } });
    // The path is a function of ours that is the same each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isElsewhere, found]);
  return state?.isLedHere === true;
}
