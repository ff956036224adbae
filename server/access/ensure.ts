import { Forbidden, Unauthenticated } from '#server/problems.ts';
import type { Permission } from './permissions.ts';
import type { Viewer } from './Viewer.ts';

/** A sentence about who may do what. Pure: it looks at what it is given, and nowhere else. */
export type Rule<Subject> = (viewer: Viewer, subject: Subject) => boolean;

/** Stops here unless the rule says yes. */
export function ensure<Subject>(
  rule: Rule<Subject>,
  viewer: Viewer | null,
  subject: Subject,
): asserts viewer is Viewer {
  if (!viewer) throw new Unauthenticated();
  if (!rule(viewer, subject)) throw new Forbidden(rule.name);
}

/** Stops here unless the viewer has the permission. */
export function ensurePermission(
  permission: Permission,
  viewer: Viewer | null,
): asserts viewer is Viewer {
  if (!viewer) throw new Unauthenticated();
  if (!viewer.permissions.has(permission)) throw new Forbidden(permission);
}

/** The same question, asked politely. */
export const may = <Subject>(
  rule: Rule<Subject>,
  viewer: Viewer | null,
  subject: Subject,
): boolean => viewer !== null && rule(viewer, subject);
