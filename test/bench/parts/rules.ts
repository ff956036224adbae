import type { OpenThings } from '#server/launch/OpenThings.ts';
import { connectionCounts, type Turns } from '#test/bench/byTurns.ts';
import { answerTo } from '#test/bench/answerTo.ts';
import { drive, inTurn, type Load, type Sent } from '#test/bench/drive.ts';
import { operations } from '#test/bench/operations/operations.ts';
import type { Register } from '#test/bench/Register.ts';
import { medianRatio } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import { openServer } from '#test/bench/ways/samband.ts';

/** How fast one question is answered with the rules, as times without. */
export interface RuleCost {
  readonly name: string;
  /** By connections. */
  readonly ratios: Readonly<Record<number, number>>;
}

const questionsPerOperation = 64;

/** Regler. What the rules cost: the same server with its rules and without, asked the same by turns, after it is seen that they answer alike. */
export async function measureRules(
  register: Register,
  { rounds, seconds, operations: names }: Turns & { readonly operations: readonly string[] },
  things: OpenThings,
): Promise<readonly RuleCost[]> {
  const servers = [
    await openServer(register, things),
    await openServer(register, things, { hasRules: false }),
  ] as const;
  const measured: RuleCost[] = [];
  for (const operation of operations.filter(({ name }) => names.includes(name))) {
    const asked = await operation.draw(register, questionsPerOperation);
    const askings = servers.map(({ serving, send }) => ({
      serving,
      sent: asked.map(({ samband }): Sent => send(operation.name, samband)),
    }));
    for (const place of asked.keys()) {
      const [ruled, unruled] = await Promise.all(
        askings.map(({ serving, sent }) => answerTo(serving, sent[place]!)),
      );
      if (ruled !== unruled)
        throw new Error(`${operation.name} is answered otherwise without rules`);
    }
    const ratios: Record<number, number> = {};
    for (const connections of connectionCounts) {
      const load: Load = { connections, seconds };
      const rates: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        for (const [place, { serving, sent }] of askings.entries()) {
          const { rate } = await drive(serving.origin, inTurn(sent, load), load);
          rates[place]!.push(rate);
        }
      }
      ratios[connections] = medianRatio(...rates);
    }
    measured.push({ name: operation.name, ratios });
    say(`${operation.name} with rules: ${ratios[8]?.toFixed(2)} × without, at 8 connections`);
  }
  return measured;
}
