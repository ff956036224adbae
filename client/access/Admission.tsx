import { type ReactNode, useEffect, useState } from 'react';
import { useClient } from 'urql';

import { becomeSignedIn, drawFor, isDrawnForSomebody, useConnection } from '#client/connection.ts';
import { formsOf, keepForms } from '#client/ui/keptForms.ts';
import { ProblemHelp } from '#client/ui/ProblemHelp.ts';
import { OtherViewer } from './OtherViewer.tsx';
import { SessionEnding } from './SessionEnding.tsx';
import { SignInScreen } from './SignInScreen.tsx';
import { StepUpDialog } from './StepUpDialog.tsx';
import { useViewer, Viewer_query } from './viewer.ts';
import { WhomToAsk } from './WhomToAsk.tsx';

/** Adgang. Shows what is inside to those who are signed in, and the way in to everybody else. */
export function Admission({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const connection = useConnection();
  const isSignedOut = useRested(connection === 'signed-out');
  useOwnPage(viewer?.id);
  useOtherTabs(viewer ? viewer.id : viewer);

  if (connection === 'other-viewer') return <OtherViewer />;
  if (viewer === null) return <SignInScreen hasSessionEnded={isDrawnForSomebody()} />;
  if (viewer && isSignedOut) return <SignInScreen hasSessionEnded />;
  return (
    <ProblemHelp value={help}>
      {children}
      {viewer?.session && <SessionEnding session={viewer.session} />}
      <StepUpDialog />
    </ProblemHelp>
  );
}

/** Whoever is refused is told whom to ask. */
const help = { FORBIDDEN: <WhomToAsk /> };

/** From the first viewer on, the page is theirs, and so is what is typed in it. */
function useOwnPage(viewerId: string | undefined): void {
  useEffect(() => {
    if (!viewerId) return;
    drawFor(viewerId);
    formsOf(viewerId);
  }, [viewerId]);
}

/** A sentence that is being written is written to its end first, so that the address has all of it. */
const pauseAfterTyping = 1_000;

/** True a moment after `isSo` is: once nobody types any longer. What is typed until then is kept. */
function useRested(isSo: boolean): boolean {
  const [hasRested, setRested] = useState(false);

  useEffect(() => {
    if (!isSo) return;
    const rest = () => {
      keepForms();
      setRested(true);
    };
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

/**
 * Who signs in or out in one tab does so in all: each asks who is here when it is told, and when it is seen again. The server
 * answers no page that is drawn for somebody else.
 */
function useOtherTabs(here: string | null | undefined): void {
  const client = useClient();

  useEffect(() => {
    const ask = async () => {
      const { data } = await client
        .query(Viewer_query, {}, { requestPolicy: 'network-only' })
        .toPromise();
      if (data?.viewer) becomeSignedIn();
    };
    const askWhenSeen = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    const tabs = new BroadcastChannel('access');
    tabs.onmessage = ({ data }) => {
      if (data !== here) void ask();
    };
    if (here !== undefined) tabs.postMessage(here);
    document.addEventListener('visibilitychange', askWhenSeen);
    addEventListener('focus', askWhenSeen);
    return () => {
      tabs.close();
      document.removeEventListener('visibilitychange', askWhenSeen);
      removeEventListener('focus', askWhenSeen);
    };
  }, [client, here]);
}
