import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Role } from '#schema/access/Role.ts';
import { StaffUser } from '#schema/access/StaffUser.ts';
import { change } from '#server/common/change.ts';
import type { Deed } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { Conflict, Forbidden, NotFound } from '#server/problems.ts';
import { ensurePermission } from './ensure.ts';
import { ensureSteppedUp } from './ensureSteppedUp.ts';

/** Whose access is changed, as it was seen. */
export interface SeenStaffUser {
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * Endrer noens tilgang. What all changes of somebody's access have in common: who may, that they signed in anew, that it is not their own,
 * that nobody was before them, and that an administrator is left.
 *
 * The administrators are locked while it is looked whether one is left. That those who may less from now on are signed out is the
 * database's affair. Throws FORBIDDEN, STEP_UP_REQUIRED, NOT_FOUND, CONFLICT (OWN_ACCESS, STALE_VERSION, LAST_ADMINISTRATOR).
 */
export function changeStaff(
  context: Context,
  deed: Deed,
  { id, expectedVersion }: SeenStaffUser,
  work: (user: StaffUser) => void,
): Promise<string> {
  const { viewer, now } = context;
  ensurePermission('staff.manage', viewer);
  ensureSteppedUp(viewer, now);
  if (!isUuid(id)) throw new NotFound('staff user');
  if (id === viewer.id) throw new Conflict('OWN_ACCESS');
  return change(context, deed, async (em) => {
    const administrators = await lockAdministrators(em);
    // Somebody may have been quicker, and it is theirs no longer to say.
    if (!administrators.some((other) => other.id === viewer.id))
      throw new Forbidden('staff.manage');

    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const user = await em.findOne(StaffUser, { id }, lock);
    if (!user) throw new NotFound('staff user');
    const { version } = user;
    if (version !== expectedVersion) throw new Conflict('STALE_VERSION', { version });

    const wasOne = isAdministrator(user);
    work(user);
    const { issuer } = user;
    const others = administrators.filter((other) => other.issuer === issuer && other.id !== id);
    if (wasOne && !isAdministrator(user) && !others.length) {
      throw new Conflict('LAST_ADMINISTRATOR');
    }
    return id;
  });
}

const isAdministrator = ({ role, disabledAt }: StaffUser): boolean =>
  role === Role.ADMINISTRATOR && disabledAt === null;

/** In one order, so that two who do this at once wait for each other and not both. */
const lockAdministrators = (em: EntityManager) =>
  em.execute<{ id: string; issuer: string }[]>(
    `select id, issuer from staff_user where role = 'administrator' and disabled_at is null order by id for update`,
  );
