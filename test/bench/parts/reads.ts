import type { OpenThings } from '#server/launch/OpenThings.ts';
import {
  byTurns,
  connectionCounts,
  type OperationMeasured,
  type Turns,
} from '#test/bench/byTurns.ts';
import { drive, inTurn, type Load, type Sent } from '#test/bench/drive.ts';
import { isCorrectable, M1 } from '#test/bench/operations/M1/M1.ts';
import type { Operation } from '#test/bench/operations/Operation.ts';
import { operations } from '#test/bench/operations/operations.ts';
import type { Register } from '#test/bench/Register.ts';
import { sameAnswers } from '#test/bench/sameAnswers.ts';
import type { Memory } from '#test/bench/Serving.ts';
import { median } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import { type Way, wayNames } from '#test/bench/ways/Way.ts';
import { openServer } from '#test/bench/ways/samband.ts';
import { ways as openers } from '#test/bench/ways/ways.ts';
import { measureCorrections } from './corrections.ts';

export interface ReadsMeasured {
  readonly operations: readonly OperationMeasured[];
  /** The server's memory after it all, and its peak. */
  readonly memory: Memory | null;
  /** That of a server that leaves searching to the database. */
  readonly memoryWithoutIndex: Memory | null;
  /** What part of a core the asking took. */
  readonly ownShare: number;
}

export interface ReadsWanted extends Turns {
  /** Their names. */
  readonly operations: readonly string[];
}

const questionsPerOperation = 64;

/** Lesing. Asks all ways the same questions, by turns, after making sure that they answer alike; last what changes the register. */
export async function measureReads(
  register: Register,
  { operations: names, ...load }: ReadsWanted,
  things: OpenThings,
): Promise<ReadsMeasured> {
  const ways: Way[] = [];
  for (const name of wayNames) ways.push(await openers[name](register, things));
  const measured: OperationMeasured[] = [];
  const sentToSamband: Sent[][] = [];
  const keep = (one: OperationMeasured) => {
    measured.push(one);
    say(lineOf(one));
  };
  for (const operation of operations.filter(({ name }) => names.includes(name))) {
    const asked = await operation.draw(register, questionsPerOperation);
    const { bytes } = await sameAnswers(operation, asked, ways);
    const askings = ways.map((way) => {
      const sent = asked.map((it): Sent => way.ask(operation, it));
      if (way.name === 'samband') sentToSamband.push(sent);
      return { way, asking: (it: Load) => inTurn(sent, it) };
    });
    keep({
      ...about(operation),
      ...(await byTurns(askings, load, bytes)),
      questions: asked.length,
    });
  }
  if (names.includes(M1.name) && (await isCorrectable(register))) {
    keep(await measureCorrections(ways, load));
  }
  return {
    operations: measured,
    memory: ways.find(({ name }) => name === 'samband')?.serving.memory() ?? null,
    memoryWithoutIndex: await memoryWithoutIndex(register, sentToSamband, things),
    ownShare: median(measured.map((one) => one.ownShare)),
  };
}

/** Asks a server of its own all that was asked, each question for a while. */
async function memoryWithoutIndex(
  register: Register,
  questions: readonly (readonly Sent[])[],
  things: OpenThings,
): Promise<Memory | null> {
  const { serving } = await openServer(register, things, { hasIndex: false });
  const load: Load = { connections: 8, seconds: 3 };
  for (const sent of questions) {
    await drive(serving.origin, inTurn(sent, load), load);
  }
  const memory = serving.memory();
  await serving.stop();
  return memory;
}

const about = ({ name, reads, remark }: Operation) => ({ name, reads, remark });

function lineOf({ name, at, ratios }: OperationMeasured): string {
  const parts = connectionCounts.map((connections) => {
    const rate = wayNames.map((way) => `${way} ${at[connections]?.[way].rate.toFixed(0)}/s`);
    const { raw = 0, postgraphile = 0 } = ratios[connections] ?? {};
    return `at ${connections}: ${rate.join(', ')}; ${raw.toFixed(2)} × raw, ${postgraphile.toFixed(2)} × PostGraphile`;
  });
  return `${name} ${parts.join('\n   ')}`;
}
