import { type ReactNode, useEffect, useState } from 'react';
import { useClient } from 'urql';

import { useConnection } from '#client/connection.ts';
import { SignInScreen } from './SignInScreen.tsx';
import { useViewer, Viewer_query } from './viewer.ts';

/** Adgang. Shows what is inside to those who are signed in, and the way in to everybody else. */
export function Admission({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const isSignedOut = useRested(useConnection() === 'signed-out');
  useOtherTabs(viewer === null);

  if (viewer === null) return <SignInScreen hasSessionEnded={false} />;
  if (viewer && isSignedOut) return <SignInScreen hasSessionEnded />;
  return children;
}

/** A sentence that is being written is written to its end first, so that the address has all of it. */
const pauseAfterTyping = 1_000;

/** True a moment after `isSo` is: once nobody types any longer. */
function useRested(isSo: boolean): boolean {
  const [hasRested, setRested] = useState(false);

  useEffect(() => {
    if (!isSo) return;
    const rest = () => setRested(true);
    let timer = setTimeout(rest, pauseAfterTyping);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, pauseAfterTyping);
    };
    addEventListener('input', wait);
    return () => {
      clearTimeout(timer);
      removeEventListener('input', wait);
    };
  }, [isSo]);

  return isSo && hasRested;
}

/** Who signs out in one tab is signed out in all: each asks who is here when it is told, and when it is seen again. */
function useOtherTabs(isStranger: boolean): void {
  const client = useClient();

  useEffect(() => {
    const ask = () => {
      void client.query(Viewer_query, {}, { requestPolicy: 'network-only' }).toPromise();
    };
    const askWhenSeen = () => {
      if (document.visibilityState === 'visible') ask();
    };
    const tabs = new BroadcastChannel('access');
    tabs.onmessage = ask;
    if (isStranger) tabs.postMessage('signed-out');
    document.addEventListener('visibilitychange', askWhenSeen);
    return () => {
      tabs.close();
      document.removeEventListener('visibilitychange', askWhenSeen);
    };
  }, [client, isStranger]);
}
