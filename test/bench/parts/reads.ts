import { drive, type Driven, type Load, type Sent } from '#test/bench/drive.ts';
import type { Operation } from '#test/bench/operations/Operation.ts';
import { operations } from '#test/bench/operations/operations.ts';
import type { Register } from '#test/bench/Register.ts';
import { sameAnswers } from '#test/bench/sameAnswers.ts';
import { median, medianRatio, quantile } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import type { Way, WayName } from '#test/bench/ways/Way.ts';
import { wayNames } from '#test/bench/ways/Way.ts';
import { ways as openers } from '#test/bench/ways/ways.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';

/** How one way did with one operation, at so many connections. */
export interface WayMeasured {
  /** Answers per second, the middle of the rounds. */
  readonly rate: number;
  /** Milliseconds, of all rounds' answers. */
  readonly p50: number;
  readonly p95: number;
  /** Bytes of an answer, on average. */
  readonly bytes: number;
}

/** How the ways did with one operation. */
export interface OperationMeasured {
  readonly name: string;
  readonly reads: string;
  readonly remark: string | null;
  readonly questions: number;
  /** By connections. */
  readonly at: Readonly<Record<number, Readonly<Record<WayName, WayMeasured>>>>;
  /** How many times as fast as the other Samband is: the median of the rounds' ratios, by connections. */
  readonly ratios: Readonly<Record<number, Readonly<Record<Exclude<WayName, 'samband'>, number>>>>;
}

export interface ReadsMeasured {
  readonly operations: readonly OperationMeasured[];
  /** The server's memory after it all, and its peak, in megabytes. */
  readonly memory: { readonly megabytes: number; readonly peak: number } | null;
  /** What part of a core the asking took. */
  readonly ownShare: number;
}

export interface ReadsWanted {
  readonly rounds: number;
  readonly seconds: number;
  /** Their names. */
  readonly operations: readonly string[];
}

const questionsPerOperation = 64;
const connectionCounts = [8, 1];
const warmUp: Load = { connections: 8, seconds: 1 };

/** Lesing. Asks all ways the same questions, by turns, after making sure that they answer alike. */
export async function measureReads(
  register: Register,
  { rounds, seconds, operations: names }: ReadsWanted,
  things: OpenThings,
): Promise<ReadsMeasured> {
  const ways: Way[] = [];
  for (const name of wayNames) ways.push(await openers[name](register, things));
  const wanted = operations.filter(({ name }) => names.includes(name));
  const shares: number[] = [];
  const measured: OperationMeasured[] = [];
  for (const operation of wanted) {
    const asked = await operation.draw(register, questionsPerOperation);
    const { bytes } = await sameAnswers(operation, asked, ways);
    const sent = new Map(
      ways.map((way) => [way.name, asked.map((it): Sent => way.ask(operation, it))]),
    );
    const driven = (way: Way, load: Load): Promise<Driven> =>
      drive(way.serving.origin, sent.get(way.name) ?? [], load);
    for (const way of ways) await driven(way, warmUp);

    const at: Record<number, Record<WayName, WayMeasured>> = {};
    const ratios: Record<number, Record<Exclude<WayName, 'samband'>, number>> = {};
    for (const connections of connectionCounts) {
      const found = new Map<WayName, Driven[]>();
      for (let round = 0; round < rounds; round++) {
        for (const way of ways) {
          const one = await driven(way, { connections, seconds });
          shares.push(one.ownShare);
          found.set(way.name, [...(found.get(way.name) ?? []), one]);
        }
      }
      const rates = (name: WayName) => (found.get(name) ?? []).map(({ rate }) => rate);
      at[connections] = byWay((name) => {
        const times = (found.get(name) ?? []).flatMap((one) => one.times);
        return {
          rate: median(rates(name)),
          p50: quantile(times, 0.5),
          p95: quantile(times, 0.95),
          bytes: bytes[name] ?? 0,
        };
      });
      ratios[connections] = {
        raw: medianRatio(rates('samband'), rates('raw')),
        postgraphile: medianRatio(rates('samband'), rates('postgraphile')),
      };
    }
    const result = { ...about(operation), questions: asked.length, at, ratios };
    measured.push(result);
    say(lineOf(result));
  }
  return {
    operations: measured,
    memory: ways.find(({ name }) => name === 'samband')?.serving.memory() ?? null,
    ownShare: median(shares),
  };
}

const about = ({ name, reads, remark }: Operation) => ({ name, reads, remark });

const byWay = <Value>(of: (name: WayName) => Value) =>
  Object.fromEntries(wayNames.map((name) => [name, of(name)])) as Record<WayName, Value>;

function lineOf({ name, at, ratios }: OperationMeasured): string {
  const parts = connectionCounts.map((connections) => {
    const rate = wayNames.map((way) => `${way} ${at[connections]?.[way].rate.toFixed(0)}/s`);
    const { raw = 0, postgraphile = 0 } = ratios[connections] ?? {};
    return `at ${connections}: ${rate.join(', ')}; ${raw.toFixed(2)} × raw, ${postgraphile.toFixed(2)} × PostGraphile`;
  });
  return `${name} ${parts.join('\n   ')}`;
}
