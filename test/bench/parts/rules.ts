import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { Turns } from '#test/bench/byTurns.ts';
import { operations } from '#test/bench/operations/operations.ts';
import type { Register } from '#test/bench/Register.ts';
import { say } from '#test/bench/surroundings.ts';
import { askedAlike, twoByTurns } from '#test/bench/twoByTurns.ts';
import { openSambandWay } from '#test/bench/ways/samband.ts';

/** How fast one question is answered with the rules, as times without. */
export interface RuleCost {
  readonly name: string;
  /** By connections. */
  readonly ratios: Readonly<Record<number, number>>;
}

/** Regler. What the rules cost: the same server with its rules and without, asked the same by turns, after it is seen that they answer alike. */
export async function measureRules(
  register: Register,
  { operations: names, ...turns }: Turns & { readonly operations: readonly string[] },
  things: OpenThings,
): Promise<readonly RuleCost[]> {
  const ways = [
    await openSambandWay(register, things),
    await openSambandWay(register, things, { hasRules: false }),
  ] as const;
  const measured: RuleCost[] = [];
  for (const operation of operations.filter(({ name }) => names.includes(name))) {
    const { askers, isAlike } = await askedAlike(operation, register, ways);
    if (!isAlike) throw new Error(`${operation.name} is answered otherwise without rules`);
    const at = Object.entries(await twoByTurns(askers, turns));
    const ratios = Object.fromEntries(at.map(([connections, { ratio }]) => [connections, ratio]));
    measured.push({ name: operation.name, ratios });
    say(`${operation.name} with rules: ${ratios[8]?.toFixed(2)} × without, at 8 connections`);
  }
  return measured;
}
