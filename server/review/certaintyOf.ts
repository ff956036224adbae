import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Certainty } from '#schema/review/Certainty.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { halfLives, weights } from './fieldGroups.ts';

/** What speaks for a group of facts, and against it. */
export interface Evidence {
  readonly group: FieldGroup;
  readonly verifications: readonly { readonly on: string; readonly method: VerificationMethod }[];
  /** Of its ways to be reached, the share from which messages have come back since it was last found right. */
  readonly bounced: number;
}

const daysInMonth = 30.44;

/**
 * Visshet. How likely it is that a group of facts is right on a day, from 0 to 1.
 *
 * Each verification alone would leave a doubt, which grows with its age; together they leave the product of their doubts. So an answer
 * raises it, time alone never does, and it never quite forgets. What has bounced takes most of its share away.
 */
export function chanceOf({ group, verifications, bounced }: Evidence, today: string): number {
  const doubt = verifications.reduce((left, { on, method }) => {
    const months = Math.max(0, daysBetween(on, today)) / daysInMonth;
    return left * (1 - weights[method] * 2 ** (-months / halfLives[group]));
  }, 1);
  return (1 - doubt) * (1 - 0.75 * bounced);
}

/** The same in a word. */
export function certaintyOf(evidence: Evidence, today: string): Certainty {
  if (!evidence.verifications.length) return Certainty.UNKNOWN;
  const chance = chanceOf(evidence, today);
  if (chance >= 0.7) return Certainty.SURE;
  return chance >= 0.4 ? Certainty.LIKELY : Certainty.DOUBTFUL;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
