import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';

import { useConnection } from '#client/connection.ts';

/** Hentes når den trengs. A part of the frame that few have: nothing until it has come. Where the line is cut, it is tried again when the line is back. */
export function useLater(fetchIt: () => Promise<ComponentType>, isWanted: boolean): ReactNode {
  const [it, setIt] = useState<ComponentType | null>(null);
  const connection = useConnection();
  useEffect(() => {
    if (!isWanted || it) return;
    let isGone = false;
    fetchIt().then(
      (fetched) => !isGone && setIt(() => fetched),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [fetchIt, isWanted, it, connection]);
  return isWanted && it ? createElement(it) : null;
}
