import { RegisterReach } from '#schema/directory/register/RegisterReach.ts';
import { ToldToWait, Unreachable } from './PoliteClient.ts';

/** How it went to ask a register of others, and what it said. */
export interface Reached<Answer> {
  readonly reach: RegisterReach;
  readonly secondsToWait: number | null;
  readonly answer: Answer | null;
}

/**
 * Spør. Asks a register of others for somebody who is waiting: that it cannot be asked is an answer, never a failure.
 *
 * `ask`: null where we are not set up to ask.
 */
export async function reaching<Answer>(
  ask: (() => Promise<Answer>) | null,
  now: Date,
): Promise<Reached<Answer>> {
  const without = (reach: RegisterReach, secondsToWait: number | null = null) => ({
    reach,
    secondsToWait,
    answer: null,
  });
  if (!ask) return without(RegisterReach.NOT_CONNECTED);
  try {
    return { reach: RegisterReach.ANSWERED, secondsToWait: null, answer: await ask() };
  } catch (error) {
    if (error instanceof Unreachable) return without(RegisterReach.UNREACHABLE);
    if (!(error instanceof ToldToWait)) throw error;
    const seconds = Math.ceil((error.until.getTime() - now.getTime()) / 1_000);
    return without(RegisterReach.ASKED_TO_WAIT, Math.max(1, seconds));
  }
}
