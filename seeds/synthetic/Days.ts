import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { daysFrom } from '#seeds/common/daysFrom.ts';
import type { Dice } from './Dice.ts';
import { Weights } from './Weights.ts';

const farthest = 4_300;

const ages = new Weights<readonly [number, number] | null>([
  [[0, 90], 16],
  [[90, 725], 32],
  [[735, 905], 13],
  [[920, 2600], 18],
  [null, 21],
]);

const methods = new Weights([
  [VerificationMethod.LINK, 40],
  [VerificationMethod.PHONE, 32],
  [VerificationMethod.MEETING, 18],
  [VerificationMethod.EXERCISE, 10],
]);

/** Dager. The days before the one on which the register is seen, written out once. */
export class Days {
  readonly #days: readonly string[];
  readonly year: number;

  constructor(today: string) {
    this.#days = Array.from({ length: farthest + 1 }, (_, back) => daysFrom(today, -back));
    this.year = Number(today.slice(0, 4));
  }

  ago(days: number): string {
    return this.#days[days]!;
  }

  between(least: number, most: number, dice: Dice): string {
    return this.ago(dice.between(least, most));
  }

  /** When and how a profile was last verified, as in the small invented world: from last week to never. */
  verification(dice: Dice): readonly [on: string | null, by: VerificationMethod | null] {
    const age = ages.draw(dice);
    const by = methods.draw(dice);
    return age ? [this.between(...age, dice), by] : [null, null];
  }
}
