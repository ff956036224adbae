import { type Asking, drive, type Driven, type Load } from './drive.ts';
import { median, medianRatio, quantile } from './statistics.ts';
import { type Way, type WayName, wayNames } from './ways/Way.ts';

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
export interface OperationMeasured extends Compared {
  readonly name: string;
  readonly reads: string;
  readonly remark: string | null;
  readonly questions: number;
}

/** The ways beside each other, by connections. */
export interface Compared {
  readonly at: Readonly<Record<number, Readonly<Record<WayName, WayMeasured>>>>;
  /** How many times as fast as the other Samband is: the median of the rounds' ratios. */
  readonly ratios: Readonly<Record<number, Readonly<Record<Exclude<WayName, 'samband'>, number>>>>;
  /** Each way's answers per second as times those of SQL by hand, in the same manner. */
  readonly toRaw: Readonly<Record<number, Readonly<Record<WayName, number>>>>;
  /** What part of a core the asking took. */
  readonly ownShare: number;
}

/** How long the ways are measured by turns. */
export interface Turns {
  readonly rounds: number;
  readonly seconds: number;
}

export const connectionCounts = [8, 1];
/** A program that compiles as it goes is not what it will be after one second, least of all when it was asked something else before. */
export const warmUp: Load = { connections: 8, seconds: 4 };

/** A way, and what it is asked. */
export interface Asker {
  readonly way: Way;
  readonly asking: (load: Load) => Asking;
}

/** All ways, one after the other, in each of the rounds. */
export async function byTurns(
  askers: readonly Asker[],
  { rounds, seconds }: Turns,
  bytes: Readonly<Record<string, number>>,
): Promise<Compared> {
  const driven = ({ way, asking }: Asker, load: Load): Promise<Driven> =>
    drive(way.serving.origin, asking(load), load);
  for (const asker of askers) await driven(asker, warmUp);

  const shares: number[] = [];
  const at: Record<number, Record<WayName, WayMeasured>> = {};
  const ratios: Record<number, Record<Exclude<WayName, 'samband'>, number>> = {};
  const toRaw: Record<number, Record<WayName, number>> = {};
  for (const connections of connectionCounts) {
    const found = new Map<WayName, Driven[]>();
    for (let round = 0; round < rounds; round++) {
      for (const asker of askers) {
        const one = await driven(asker, { connections, seconds });
        shares.push(one.ownShare);
        found.set(asker.way.name, [...(found.get(asker.way.name) ?? []), one]);
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
    toRaw[connections] = byWay((name) => medianRatio(rates(name), rates('raw')));
    ratios[connections] = {
      raw: medianRatio(rates('samband'), rates('raw')),
      postgraphile: medianRatio(rates('samband'), rates('postgraphile')),
    };
  }
  return { at, ratios, toRaw, ownShare: median(shares) };
}

const byWay = <Value>(of: (name: WayName) => Value) =>
  Object.fromEntries(wayNames.map((name) => [name, of(name)])) as Record<WayName, Value>;
