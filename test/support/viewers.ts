import { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Somebody with a role, signed in. */
export const aViewer = (role: Role, name = `Prøve ${role}`): Viewer => ({
  id: '00000000-0000-4000-8000-000000000000',
  name,
  role,
  permissions: permissionsOf(role),
  scope: null,
  breakGlass: null,
  via: 'session',
  sessionId: null,
  steppedUpAt: null,
});

export const aReader = (): Viewer => aViewer(Role.READER);
export const aCoordinator = (): Viewer => aViewer(Role.COORDINATOR);
export const anEditor = (): Viewer => aViewer(Role.EDITOR);
