import { isDeepStrictEqual } from 'node:util';

import type { FieldChange } from '#server/common/FieldChange.ts';
import { isList, type Standing } from './readStanding.ts';

/** What stands in the field of a change now; undefined where its contact point is gone. */
export function valueNow(standing: Standing, { field, part }: FieldChange): unknown {
  if (!part && field === 'kind') return standing.kind;
  if (!part) return isList(field) ? standing[field] : standing.name;
  const point = standing.points.find(({ id }) => id === part);
  const property = field.slice('contactPoints.'.length);
  if (property === 'id') return point ? point.id : null;
  if (!point) return undefined;
  return property in point ? point[property as keyof typeof point] : undefined;
}

/** Whether it is as it was proposed already. */
export const isDone = (standing: Standing, change: FieldChange): boolean =>
  isDeepStrictEqual(valueNow(standing, change), change.after);

/**
 * Overtatt. Whether somebody has changed a field since it was proposed, to something else than what was proposed.
 *
 * A row that comes says of its other fields only what they are to be, and one that goes what they were: there its identifier decides.
 */
export function isOvertaken(
  standing: Standing,
  change: FieldChange,
  all: readonly FieldChange[],
): boolean {
  const fate = all.find(({ part, field }) => part === change.part && field === 'contactPoints.id');
  const deciding = change.part && fate ? fate : change;
  if (isDone(standing, deciding)) return false;
  return !isDeepStrictEqual(valueNow(standing, deciding), deciding.before);
}
