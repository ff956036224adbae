import type { OpenThings } from '#server/launch/OpenThings.ts';
import { answerTo } from '#test/bench/answerTo.ts';
import type { Turns } from '#test/bench/byTurns.ts';
import { drive, inTurn, type Load, type Sent } from '#test/bench/drive.ts';
import { difference, normalised } from '#test/bench/normalised.ts';
import type { Register } from '#test/bench/Register.ts';
import { Different } from '#test/bench/sameAnswers.ts';
import { standingRound } from '#test/bench/standingRound.ts';
import { medianRatio, quantile } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import { openRawServer } from '#test/bench/ways/raw.ts';
import { openServer } from '#test/bench/ways/samband.ts';
import { dataIn } from '#test/bench/ways/Way.ts';
import { measureQueueing, type QueueingMeasured } from './queueing.ts';

/** How fast one figure of a round is answered, one question at a time. */
export interface FigureMeasured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** SQL by hand. */
  readonly rawP50: number;
  /** How many times as fast as that Samband is. */
  readonly ratio: number;
}

export interface ProgressMeasured {
  readonly requests: number;
  readonly figures: readonly FigureMeasured[];
  readonly queueing: QueueingMeasured;
}

interface Row {
  readonly key: string | null;
  readonly figures: object;
}

/** Rows in the order of what they are of: which come first is not what is compared. Kinds are named in capitals by the API. */
const inOrder = (rows: readonly Row[]) =>
  rows
    .map(({ key, figures }) => ({ key: key?.toLowerCase() ?? '', figures }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));

const progress = (by: string, raw: string) => ({
  name: by.toLowerCase(),
  operation: 'progress',
  raw,
  variables: (id: string): object => ({ id, by }),
  values: (id: string): readonly unknown[] => [id],
  ours: (data: unknown): unknown =>
    inOrder((data as { reviewProgress: { rows: Row[] } }).reviewProgress.rows),
  theirs: (answer: unknown): unknown => inOrder(answer as Row[]),
});

const questions = [
  progress('TRUST', 'progressTrust'),
  progress('MUNICIPALITY', 'progressMunicipality'),
  progress('KIND', 'progressKind'),
  progress('LANGUAGE', 'progressLanguage'),
  {
    name: 'the list of rounds',
    operation: 'rounds',
    raw: 'rounds',
    variables: (): object => ({}),
    values: (): readonly unknown[] => [],
    ours: (data: unknown): unknown => (data as { reviewRounds: unknown }).reviewRounds,
    theirs: (answer: unknown): unknown => answer,
  },
];

/** Rundene. What a round of all that the register has costs whoever follows it, and what it takes to put one in the queue. */
export async function measureProgress(
  register: Register,
  { rounds, seconds }: Turns,
  things: OpenThings,
): Promise<ProgressMeasured> {
  const queueing = await measureQueueing(register, rounds, things);
  const { id, requests } = await standingRound(register, things);
  const samband = await openServer(register, things);
  const byHand = await openRawServer(register, things);
  const figures: FigureMeasured[] = [];
  for (const { name, operation, raw, variables, values, ours, theirs } of questions) {
    const sent = samband.send(operation, variables(id), 'editor');
    const sentByHand = byHand.send(raw, values(id));
    const found = difference(
      normalised(ours(dataIn(await answerTo(samband.serving, sent)))),
      normalised(theirs(JSON.parse(await answerTo(byHand.serving, sentByHand)))),
    );
    if (found) throw new Different(`Progress by ${name} is answered otherwise by hand: ${found}`);
    const load: Load = { connections: 1, seconds };
    const side = (origin: string, asked: Sent) => ({
      origin,
      asked: [asked],
      times: [] as number[],
      rates: [] as number[],
    });
    const [own, other] = [
      side(samband.serving.origin, sent),
      side(byHand.serving.origin, sentByHand),
    ];
    for (let round = 0; round < rounds; round++) {
      for (const one of [own, other]) {
        const { times, rate } = await drive(one.origin, inTurn(one.asked, load), load);
        one.times.push(...times);
        one.rates.push(rate);
      }
    }
    const measured = {
      name,
      p50: quantile(own.times, 0.5),
      p95: quantile(own.times, 0.95),
      rawP50: quantile(other.times, 0.5),
      ratio: medianRatio(own.rates, other.rates),
    };
    figures.push(measured);
    say(
      `Progress by ${name}: p50 ${measured.p50.toFixed(1)} ms (p95 ${measured.p95.toFixed(1)}), by hand ${measured.rawP50.toFixed(1)} ms, ${measured.ratio.toFixed(2)} ×`,
    );
  }
  return { requests, figures, queueing };
}
