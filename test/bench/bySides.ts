import { Client } from 'undici';

import { drive, inTurn, type Load, type Sent } from './drive.ts';
import { splitOf } from './knownWords.ts';
import { type Mistake, mistakes } from './mistakes.ts';
import { processorTime } from './processorTime.ts';
import type { Register } from './Register.ts';
import type { Serving } from './Serving.ts';
import { median, medianRatio, quantile } from './statistics.ts';
import { folded } from './trigrams.ts';

/** So long each way is asked other names first: a program that compiles as it goes is not what it will be after one second. */
const warmUpSeconds = 5;

/** A name with a mistake in it, and the name that was meant. */
export interface Misnamed {
  readonly mistake: Mistake;
  readonly text: string;
  /** Folded. */
  readonly name: string;
}

/** Which of the names each mistake is made in, and which mistakes. */
interface Portion {
  readonly from?: number;
  readonly until: number;
  readonly all?: readonly Mistake[];
}

/** Each name with each mistake that can be made in it; so many names of each mistake, from a place on. */
export const misnamed = <Drawn extends { readonly name: string }>(
  names: readonly Drawn[],
  words: ReadonlySet<string>,
  { from = 0, until, all = mistakes }: Portion,
) =>
  all.flatMap((mistake) =>
    names
      .flatMap((drawn) => {
        const text = mistake.make(drawn.name, (word) => splitOf(word, words));
        return text === null ? [] : [{ ...drawn, mistake, text, name: folded(drawn.name) }];
      })
      .slice(from, until),
  );

/** What was found of what was sought among the first so many hits. */
export interface Recall {
  readonly at5: number;
  readonly at10: number;
  readonly at50: number;
}

export interface SearchedWay {
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor for a name, server and database together. Null where the system does not tell. */
  readonly work: number | null;
  /** How many times as long it takes as the first of those compared: the median of the rounds' ratios. */
  readonly ratio: number;
  readonly recall: Recall;
  readonly byMistake: Readonly<Record<string, Recall>>;
}

/** A way to search: how it is asked, and the names in what it answered, folded. */
export interface Searching<Asked extends Misnamed = Misnamed> {
  readonly serving: Serving;
  readonly register: Register;
  readonly ask: (sought: Asked) => Sent;
  readonly read: (body: string) => string[];
}

interface Found {
  readonly mistake: string;
  readonly rank: number;
  readonly time: number;
}

/**
 * Sammenligner måter å søke på. Each is asked for each name once, by turns, one question after the other: how long it took and at which
 * place the name was found is of the same answer, and nobody has heard the name before.
 */
export async function searchedByTurns<Asked extends Misnamed>(
  ways: readonly Searching<Asked>[],
  { all, warmUp }: { readonly all: readonly Asked[]; readonly warmUp: readonly Asked[] },
  rounds: number,
): Promise<SearchedWay[]> {
  for (const { serving, ask } of ways) {
    const load: Load = { connections: 1, seconds: warmUpSeconds };
    await drive(serving.origin, inTurn(warmUp.map(ask), load), load);
  }
  const found: Found[][][] = ways.map(() => []);
  const work: (number | null)[] = ways.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const some = all.filter((_, place) => place % rounds === round);
    for (const [place, way] of ways.entries()) {
      const { result, seconds } = await processorTime(way, () => foundBy(way, some));
      found[place]!.push(result);
      work[place] = seconds === null ? null : (work[place] ?? 0) + seconds;
    }
  }
  const middles = found.map((of) => of.map((some) => median(some.map(({ time }) => time))));
  return found.map((of, place) => {
    const every = of.flat();
    const times = every.map(({ time }) => time);
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      work: work[place] === null ? null : (work[place]! * 1000) / all.length,
      ratio: medianRatio(middles[place]!, middles[0]!),
      recall: recallIn(every),
      byMistake: Object.fromEntries(
        [...Map.groupBy(every, ({ mistake }) => mistake)].map(([name, some]) => [
          name,
          recallIn(some),
        ]),
      ),
    };
  });
}

async function foundBy<Asked extends Misnamed>(
  { serving, ask, read }: Searching<Asked>,
  all: readonly Asked[],
): Promise<Found[]> {
  const client = new Client(serving.origin);
  const found: Found[] = [];
  try {
    for (const sought of all) {
      const { method = 'POST', ...sent } = ask(sought);
      const askedAt = performance.now();
      const response = await client.request({ ...sent, method });
      const body = await response.body.text();
      const time = performance.now() - askedAt;
      const rank = read(body).indexOf(sought.name);
      found.push({ mistake: sought.mistake.name, rank: rank < 0 ? Infinity : rank, time });
    }
    return found;
  } finally {
    await client.close();
  }
}

const recallIn = (some: readonly Found[]): Recall => ({
  at5: some.filter(({ rank }) => rank < 5).length / some.length,
  at10: some.filter(({ rank }) => rank < 10).length / some.length,
  at50: some.filter(({ rank }) => rank < 50).length / some.length,
});
