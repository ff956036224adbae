import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let times = 0;

/** Maskere på nytt. What let somebody see may no longer hold, so whatever is shown is taken away; whoever still may, asks anew. */
export function maskShown(): void {
  times += 1;
  for (const listener of listeners) listener();
}

/** How many times that has happened: what was shown before the last of them is not shown now. */
export const useTimesMasked = () => useSyncExternalStore(subscribe, () => times);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
