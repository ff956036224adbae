import { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext } from '#server/context.ts';
import type { Ground } from './Register.ts';

/** What a coordinator's request knows, for what is asked of Samband's own code without HTTP. */
export function asCoordinator({ surroundings, pool, today }: Ground): Context {
  const viewer: Viewer = {
    id: crypto.randomUUID(),
    name: 'bench',
    role: Role.COORDINATOR,
    permissions: permissionsOf(Role.COORDINATOR),
    via: 'token',
  };
  const request = {
    viewer,
    now: new Date(),
    today,
    requestId: 'bench',
    locale: 'nb' as const,
    reader: new Reader(pool),
    way: 'planned' as const,
  };
  return createContext(surroundings, request);
}
