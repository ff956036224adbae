import { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext } from '#server/context.ts';
import type { Ground } from './Register.ts';

/** What a coordinator's request knows, for what is asked of Samband's own code without HTTP. */
export const asCoordinator = ({ surroundings, pool, today }: Ground): Context =>
  createContext(surroundings, {
    viewer: {
      id: crypto.randomUUID(),
      name: 'bench',
      role: Role.COORDINATOR,
      permissions: permissionsOf(Role.COORDINATOR),
      scope: null,
      breakGlass: null,
      via: 'token',
      sessionId: null,
      steppedUpAt: null,
    },
    today,
    locale: 'nb',
    reader: new Reader(pool),
    way: 'planned',
    now: new Date(),
    requestId: 'bench',
  });
