import { StepUpRequired, Unauthenticated } from '#server/problems.ts';
import type { Viewer } from './Viewer.ts';

/** For how long it counts that somebody signed in anew. */
export const stepUpLasts = 10 * 60_000;

/** Whether they signed in anew a moment ago. */
export const isSteppedUp = ({ steppedUpAt }: Pick<Viewer, 'steppedUpAt'>, now: Date): boolean =>
  steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() < stepUpLasts;

/**
 * Bekreftet innlogging. Stops here unless the viewer signed in anew at the provider less than ten minutes ago: what gives others access, or
 * takes much out of the register, is not for whoever finds a browser open.
 *
 * Asked after the permission, so that nobody is sent to the provider for what they may not do. A token never has. Throws STEP_UP_REQUIRED.
 */
export function ensureSteppedUp(viewer: Viewer | null, now: Date): asserts viewer is Viewer {
  if (!viewer) throw new Unauthenticated();
  if (!isSteppedUp(viewer, now)) throw new StepUpRequired();
}
