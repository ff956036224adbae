import { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import type { Viewer } from '#server/access/Viewer.ts';

const byLink: ReadonlySet<Role> = new Set([Role.ORGANISATION_CONTACT, Role.PERSON]);

/** Somebody with a role, signed in; or come by a link, to no record yet. */
export const aViewer = (role: Role, name = `Prøve ${role}`): Viewer => ({
  id: '00000000-0000-4000-8000-000000000000',
  name,
  role,
  permissions: permissionsOf(role),
  scope: null,
  breakGlass: null,
  via: byLink.has(role) ? 'link' : 'session',
  sessionId: null,
  steppedUpAt: null,
});

export const aReader = (): Viewer => aViewer(Role.READER);
export const aCoordinator = (): Viewer => aViewer(Role.COORDINATOR);
export const anEditor = (): Viewer => aViewer(Role.EDITOR);
