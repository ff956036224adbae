import type { ReactNode } from 'react';

import { NotAllowedScreen } from './NotAllowedScreen.tsx';
import { useViewer } from './viewer.ts';

/** A screen for those with a permission. The server refuses all others anyway; this tells them so in a page of its own. */
export function ForThoseWhoMay({
  permission,
  children,
}: {
  permission: string;
  children: ReactNode;
}) {
  const viewer = useViewer();
  if (!viewer) return null;
  return viewer.permissions.includes(permission) ? children : <NotAllowedScreen />;
}
