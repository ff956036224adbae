import { useEffect, useRef, useState } from 'react';

import { useConnection } from '#client/connection.ts';
import type { Problem } from '#client/problem.ts';

/** På nett igjen. Whether the line has come back since a problem was told: what was sent over a cut one can be sent anew. */
export function useIsBack(problem: Problem): boolean {
  const connection = useConnection();
  const before = useRef(connection);
  const [back, setBack] = useState<Problem | null>(null);

  useEffect(() => {
    const note = () => setBack(problem);
    if (before.current === 'unreachable' && connection === 'open') note();
    before.current = connection;
    addEventListener('online', note);
    return () => removeEventListener('online', note);
  }, [connection, problem]);

  return back === problem;
}
