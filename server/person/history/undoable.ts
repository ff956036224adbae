import type { Viewer } from '#server/access/Viewer.ts';
import { may } from '#server/access/ensure.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';

/** What is needed of a change to know whether it can be undone. */
export interface Logged {
  readonly record: string;
  readonly verb: string;
  readonly isUndone: boolean;
}

/** Where the organisation belongs that was changed; null for another record, or one that is gone. */
export interface LoggedPlace {
  readonly servedAreas: readonly number[] | null;
  readonly seat: number | null;
}

/** What puts other values where values stood, and no more than that. Whatever else was done has its own way back. */
const verbs = new Set(['correctOrganisation', 'undoChange']);

/** Whether a change is one that can be undone, and has not been. */
export const canBeUndone = ({ record, verb, isUndone }: Logged): boolean =>
  record === 'organisation' && verbs.has(verb) && !isUndone;

/** Whoever may correct the organisation may take a correction back. */
export const mayUndo = (viewer: Viewer | null, { servedAreas, seat }: LoggedPlace): boolean =>
  servedAreas !== null && may(mayCorrect, viewer, { servedAreas, seat });
