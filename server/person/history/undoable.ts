import { may } from '#server/access/ensure.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';

/** What is needed of a change to know whether it can be undone. */
export interface Logged {
  readonly record: string;
  readonly isReversible: boolean;
  readonly isUndone: boolean;
}

/** Where that belongs that was changed: an organisation by its areas, null where it is gone; an affiliation by its organisation; a person by whether they are the viewer's to look after. */
export interface LoggedPlace {
  readonly record: string;
  readonly servedAreas: readonly number[] | null;
  readonly seat: number | null;
  readonly inScope: boolean;
}

/** What the list of its fields is all of, and nobody has undone. A consent, a role, an erasure have ways back of their own. */
export const canBeUndone = ({ record, isReversible, isUndone }: Logged): boolean =>
  ['organisation', 'person', 'affiliation'].includes(record) && isReversible && !isUndone;

/** Whoever may correct the record may take back what was done to it. */
export const mayUndo = (viewer: Viewer, place: LoggedPlace): boolean => {
  const { record, servedAreas, seat, inScope } = place;
  if (record === 'person') return viewer.permissions.has('register.write') && inScope;
  return servedAreas !== null && may(mayCorrect, viewer, { servedAreas, seat });
};
