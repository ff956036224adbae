import { useState } from 'react';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';

export const Viewer_query = graphql(`
  query Viewer {
    viewer {
      id
      name
      role
      purposes
      permissions
      session {
        id
        secondsLeft
        idleSeconds
      }
    }
  }
`);

/** Den innloggede. Undefined until we know, null for a stranger; who is known stays so while the server cannot say. */
export function useViewer() {
  const [{ data }] = useQuery({ query: Viewer_query });
  const [known, setKnown] = useState(data?.viewer);
  if (data && data.viewer !== known) setKnown(data.viewer);
  return data ? data.viewer : known;
}

/** Whether the viewer has a permission, by its name; false until it is known. */
export const useMay = (permission: string): boolean =>
  useViewer()?.permissions.includes(permission) ?? false;
