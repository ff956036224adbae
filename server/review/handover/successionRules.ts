import { touches } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Context } from '#server/context.ts';
import { type Placed, placesOf } from '#server/organisation/organisationRules.ts';

/** Whoever coordinates in a place knows who leads there, though others edit the register (decision 0133). */
export const mayDecideSuccession = (
  { permissions, scope }: Viewer,
  organisation: Placed,
): boolean => permissions.has('succession.decide') && touches(scope, placesOf(organisation));

/** The same viewer while a hand-over is written that they may decide: what it says comes from those whom it is about. */
export function writesSuccession(context: Context): Context {
  const { viewer } = context;
  if (!viewer) return context;
  const permissions = new Set([...viewer.permissions, 'register.write' as const]);
  return { ...context, viewer: { ...viewer, permissions } };
}
