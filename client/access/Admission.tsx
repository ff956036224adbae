import type { ReactNode } from 'react';

import { useConnection } from '#client/connection.ts';
import { SignInScreen } from './SignInScreen.tsx';
import { useViewer } from './viewer.ts';

/** Adgang. Shows what is inside to those who are signed in, and the way in to everybody else. */
export function Admission({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const isSignedOut = useConnection() === 'signed-out';

  if (viewer === null) return <SignInScreen hasSessionEnded={false} />;
  if (viewer && isSignedOut) return <SignInScreen hasSessionEnded />;
  return children;
}
