import { slug } from '#seeds/common/invented.ts';
import type { Days } from './Days.ts';
import type { Dice } from './Dice.ts';

/** Eight digits that begin with two zeros: no number in Norway does, in any network. */
export const phoneOf = (dice: Dice) => `+4700${dice.between(100_000, 999_999)}`;

const slugs = new Map<string, string>();

/** Letters and digits of a word from the stock, which is limited, and so are those remembered. */
export function slugOf(word: string): string {
  let known = slugs.get(word);
  if (known === undefined) slugs.set(word, (known = slug(word)));
  return known;
}

const hours = [
  'hverdager 10–15',
  'mandag–torsdag 9–14',
  'tirsdag og torsdag 12–18',
  'kvelder 18–21',
  'når som helst, send gjerne melding først',
  'lørdag 11–15',
  'etter klokka 16',
];

export const drawHours = (dice: Dice) => (dice.happens(35) ? dice.pick(hours) : null);

/** How it went when one tried to reach somebody. */
export type Outcome = 'works' | 'untried' | 'bounced';

/** When a way to reach somebody last worked, and when it was found not to. */
export function drawTrial(
  days: Days,
  outcome: Outcome,
  dice: Dice,
): readonly [lastWorkedOn: string | null, bouncedOn: string | null] {
  if (outcome === 'untried') return [null, null];
  const recently = days.between(2, 380, dice);
  if (outcome === 'works') return [recently, null];
  return [dice.happens(60) ? days.between(400, 1_500, dice) : null, recently];
}
