import { type Asker, connectionCounts, type Turns, warmUp } from './byTurns.ts';
import { answerTo } from './answerTo.ts';
import { drive, inTurn, type Load } from './drive.ts';
import type { Operation } from './operations/Operation.ts';
import { processorTime } from './processorTime.ts';
import type { Register } from './Register.ts';
import { median, medianRatio } from './statistics.ts';
import type { Way } from './ways/Way.ts';

/** How one server did beside another, at so many connections. */
export interface Beside {
  /** Answers per second, the middle of the rounds. */
  readonly rates: readonly [number, number];
  /** How many times as fast the first is as the second: the median of the rounds' ratios. */
  readonly ratio: number;
  /** Milliseconds of processor that an answer of each took, server and database together. Null where the system does not tell. */
  readonly work: readonly [number, number] | null;
}

/** To servere etter tur. Asks two ways by turns, round by round; what came of it, by connections. */
export async function twoByTurns(
  askers: readonly [Asker, Asker],
  { rounds, seconds }: Turns,
): Promise<Readonly<Record<number, Beside>>> {
  const measured: Record<number, Beside> = {};
  for (const { way, asking } of askers) await drive(way.serving.origin, asking(warmUp), warmUp);
  for (const connections of connectionCounts) {
    const load: Load = { connections, seconds };
    const rates: [number[], number[]] = [[], []];
    const work: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      for (const [place, { way, asking }] of askers.entries()) {
        const { result, seconds: taken } = await processorTime(way, () =>
          drive(way.serving.origin, asking(load), load),
        );
        rates[place]!.push(result.rate);
        if (taken !== null) work[place]!.push((taken * 1000) / result.times.length);
      }
    }
    measured[connections] = {
      rates: [median(rates[0]), median(rates[1])],
      ratio: medianRatio(...rates),
      work: work[0].length === rounds ? [median(work[0]), median(work[1])] : null,
    };
  }
  return measured;
}

const questionsPerOperation = 64;

/** What two servers are asked of one operation, and whether they answer all of it byte for byte alike. */
export async function askedAlike(
  operation: Operation,
  register: Register,
  ways: readonly [Way, Way],
): Promise<{ readonly askers: readonly [Asker, Asker]; readonly isAlike: boolean }> {
  const asked = await operation.draw(register, questionsPerOperation);
  let isAlike = true;
  for (const one of asked) {
    const [ours, theirs] = await Promise.all(
      ways.map((way) => answerTo(way.serving, way.ask(operation, one))),
    );
    isAlike &&= ours === theirs;
  }
  const asker = (way: Way): Asker => {
    const sent = asked.map((one) => way.ask(operation, one));
    return { way, asking: (load) => inTurn(sent, load) };
  };
  return { askers: [asker(ways[0]), asker(ways[1])], isAlike };
}
