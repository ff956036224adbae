import type { Viewer } from './Viewer.ts';

interface Somebody {
  readonly id: string;
  readonly disabledAt: Date | string | null;
}

/** Nobody decides over their own access: neither gives themselves more, nor shuts the door behind themselves by mistake. */
const isAnother = (viewer: Viewer, { id }: Somebody): boolean => id !== viewer.id;

const mayManage = ({ permissions }: Viewer): boolean => permissions.has('staff.manage');

export const mayGiveRole = (viewer: Viewer, user: Somebody): boolean =>
  mayManage(viewer) && isAnother(viewer, user);

export const mayDisable = (viewer: Viewer, user: Somebody): boolean =>
  mayGiveRole(viewer, user) && user.disabledAt === null;

export const mayEnable = (viewer: Viewer, user: Somebody): boolean =>
  mayGiveRole(viewer, user) && user.disabledAt !== null;
