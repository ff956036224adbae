import { answerTo } from './answerTo.ts';
import { drive, inTurn, type Load, type Sent } from './drive.ts';
import { splitOf } from './knownWords.ts';
import { type Mistake, mistakes } from './mistakes.ts';
import type { Serving } from './Serving.ts';
import { median, medianRatio, quantile } from './statistics.ts';
import { folded } from './trigrams.ts';

/** A name with a mistake in it, and the name that was meant. */
export interface Misnamed {
  readonly mistake: Mistake;
  readonly text: string;
  /** Folded. */
  readonly name: string;
}

/** Each name with each mistake that can be made in it; so many names of each mistake. */
export const misnamed = <Drawn extends { readonly name: string }>(
  names: readonly Drawn[],
  words: ReadonlySet<string>,
  perMistake: number,
  all: readonly Mistake[] = mistakes,
) =>
  all.flatMap((mistake) =>
    names
      .flatMap((drawn) => {
        const text = mistake.make(drawn.name, (word) => splitOf(word, words));
        return text === null ? [] : [{ ...drawn, mistake, text, name: folded(drawn.name) }];
      })
      .slice(0, perMistake),
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
  readonly recall: Recall;
  readonly byMistake: Readonly<Record<string, Recall>>;
}

/** A way to search: how it is asked, and the names in what it answered, folded. */
export interface Searching<Asked extends Misnamed = Misnamed> {
  readonly serving: Serving;
  readonly ask: (sought: Asked) => Sent;
  readonly read: (body: string) => string[];
}

type SideName = 'samband' | 'trigram';

/** Samband beside PostgreSQL's own trigrams. */
export interface Compared {
  readonly samband: SearchedWay;
  readonly trigram: SearchedWay;
  /** How many times as fast Samband is. */
  readonly ratio: number;
}

/** Sammenligner to måter å søke på. What each finds of all names, and how fast, asked by turns, one question after the other. */
export async function compareBySides<Asked extends Misnamed>(
  ways: Readonly<Record<SideName, Searching<Asked>>>,
  all: readonly Asked[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Compared> {
  const recall = {
    samband: await recallOf(ways.samband, all),
    trigram: await recallOf(ways.trigram, all),
  };
  const sent = {
    samband: all.map((it) => ways.samband.ask(it)),
    trigram: all.map((it) => ways.trigram.ask(it)),
  };
  const times: Record<SideName, number[][]> = { samband: [], trigram: [] };
  const load: Load = { connections: 1, seconds };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['samband', 'trigram'] as const) {
      // Each round goes on where the last one was, more or less, so that slow ways are not asked the same few names again.
      const [from, { origin }] = [(round * all.length) / rounds, ways[name].serving];
      const questions = [...sent[name].slice(from), ...sent[name].slice(0, from)];
      const driven = await drive(origin, inTurn(questions, load), load);
      times[name].push([...driven.times]);
    }
  }
  const way = (name: SideName): SearchedWay => ({
    p50: quantile(times[name].flat(), 0.5),
    p95: quantile(times[name].flat(), 0.95),
    ...recall[name],
  });
  const middles = (name: SideName) => times[name].map((round) => median(round));
  return {
    samband: way('samband'),
    trigram: way('trigram'),
    ratio: medianRatio(middles('trigram'), middles('samband')),
  };
}

/** What a way finds of these names. */
export async function recallOf<Asked extends Misnamed>(
  { serving, ask, read }: Searching<Asked>,
  all: readonly Asked[],
) {
  const ranks: { mistake: string; rank: number }[] = [];
  for (const sought of all) {
    const found = read(await answerTo(serving, ask(sought)));
    const rank = found.indexOf(sought.name);
    ranks.push({ mistake: sought.mistake.name, rank: rank < 0 ? Infinity : rank });
  }
  const recallIn = (some: typeof ranks): Recall => ({
    at5: some.filter(({ rank }) => rank < 5).length / some.length,
    at10: some.filter(({ rank }) => rank < 10).length / some.length,
    at50: some.filter(({ rank }) => rank < 50).length / some.length,
  });
  const byMistake = Object.fromEntries(
    [...Map.groupBy(ranks, ({ mistake }) => mistake)].map(([name, some]) => [name, recallIn(some)]),
  );
  return { recall: recallIn(ranks), byMistake };
}
