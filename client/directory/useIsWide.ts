import { useSyncExternalStore } from 'react';

const wide = '(min-width: 64rem)';

/** Whether there is room for the filters beside the hits. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(wide);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(wide).matches,
  );
}
