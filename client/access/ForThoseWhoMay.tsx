import { lazy, type ReactNode } from 'react';

import { useViewer } from './viewer.ts';

const NotAllowedScreen = lazy(async () => {
  const { NotAllowedScreen: screen } = await import('./NotAllowedScreen.tsx');
  return { default: screen };
});

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
