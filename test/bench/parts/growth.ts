import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';
import { drive, inTurn, type Load, type Sent } from '#test/bench/drive.ts';
import { operations } from '#test/bench/operations/operations.ts';
import type { Operation } from '#test/bench/operations/Operation.ts';
import { openRegister } from '#test/bench/Register.ts';
import { growthExponent, median, quantile } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import type { Way } from '#test/bench/ways/Way.ts';
import { openSambandWay } from '#test/bench/ways/samband.ts';

/** How an operation's time grows with the register. */
export interface OperationGrown {
  readonly name: string;
  /** The middle time of an answer in milliseconds, by the number of organisations. */
  readonly p50: Readonly<Record<number, number>>;
  /** Over all sizes, and from each to the next. */
  readonly exponent: number;
  readonly steps: Readonly<Record<string, number>>;
}

export interface GrowthWanted {
  readonly sizes: readonly number[];
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
}

const questionsPerOperation = 64;
const warmUp: Load = { connections: 4, seconds: 1 };

/** Vekst. Asks registers of several sizes the same questions, one at a time, by turns. */
export async function measureGrowth(
  { sizes, operations: names, rounds, seconds }: GrowthWanted,
  things: OpenThings,
): Promise<OperationGrown[]> {
  if (process.env['SAMBAND_DATA_DIR'] && sizes.length > 1) {
    throw new LaunchProblem(
      'SAMBAND_DATA_DIR holds one register, and growth takes several: unset it.',
    );
  }
  const registers = [];
  for (const organisations of sizes) {
    const register = await openRegister(organisations, things);
    registers.push({ register, way: await openSambandWay(register, things) });
  }
  const grown: OperationGrown[] = [];
  for (const operation of operations.filter(({ name }) => names.includes(name))) {
    const asked = await Promise.all(
      registers.map(async ({ register, way }) => ({
        way,
        size: register.organisations,
        sent: await questions(operation, way, register),
      })),
    );
    for (const { way, sent } of asked) {
      await drive(way.serving.origin, inTurn(sent, warmUp), warmUp);
    }
    const load: Load = { connections: 1, seconds };
    const times = new Map<number, number[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++) {
      for (const { way, size, sent } of asked) {
        const driven = await drive(way.serving.origin, inTurn(sent, load), load);
        times.get(size)?.push(quantile(driven.times, 0.5));
      }
    }
    const points = sizes.map((size) => ({ size, time: median(times.get(size) ?? []) }));
    const result = {
      name: operation.name,
      p50: Object.fromEntries(points.map(({ size, time }) => [size, time])),
      exponent: growthExponent(points),
      steps: Object.fromEntries(
        points
          .slice(1)
          .map((point, before) => [
            `${sizes[before]} → ${point.size}`,
            growthExponent([points[before] ?? point, point]),
          ]),
      ),
    };
    grown.push(result);
    say(
      `${result.name} ${points.map(({ size, time }) => `${size}: ${time.toFixed(1)} ms`).join(', ')}; exponent ${result.exponent.toFixed(2)}`,
    );
  }
  return grown;
}

async function questions(
  operation: Operation,
  way: Way,
  register: Parameters<Operation['draw']>[0],
): Promise<Sent[]> {
  const asked = await operation.draw(register, questionsPerOperation);
  return asked.map((it) => way.ask(operation, it));
}
