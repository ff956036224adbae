import { answerTo } from '#test/bench/answerTo.ts';
import { type Asker, byTurns, type Turns } from '#test/bench/byTurns.ts';
import type { Asking, Load } from '#test/bench/drive.ts';
import {
  correction,
  type Corrected,
  drawCorrected,
  M1,
  restoration,
  stateOf,
} from '#test/bench/operations/M1/M1.ts';
import { Different } from '#test/bench/sameAnswers.ts';
import type { Way } from '#test/bench/ways/Way.ts';

const organisationsEach = 64;

/** Retting. Each way corrects organisations of its own, over and over. */
export const measureCorrections = async (ways: readonly Way[], turns: Turns) => ({
  ...M1,
  ...(await withCorrections(ways, (askers) => byTurns(askers, turns, {}))),
  questions: organisationsEach,
});

/** Hands out what to correct, as it is asked; in the end the organisations are what they were. */
export async function withCorrections<Result>(
  ways: readonly Way[],
  work: (askers: readonly Asker[]) => Promise<Result>,
): Promise<Result> {
  const own = await Promise.all(
    ways.map(async (way, place) => ({
      way,
      corrected: await drawCorrected(way.register, organisationsEach, place * organisationsEach),
    })),
  );
  const askers = own.map(({ way, corrected }) => ({
    way,
    // No two connections correct the same one: the second would see that it was changed.
    asking:
      ({ connections }: Load): Asking =>
      (connection, turn) => {
        const each = Math.floor(corrected.length / connections);
        const one = corrected[connection * each + (turn % each)];
        if (!one) throw new Error('Nothing to correct');
        return way.ask(M1, correction(one));
      },
  }));
  const result = await work(askers);
  for (const { way, corrected } of own) {
    const changed = corrected.filter(({ version, drawnAt }) => version > drawnAt);
    await refuseUnchanged(way, changed);
    for (const one of changed) await answerTo(way.serving, way.ask(M1, restoration(one)));
    await refuseUnchanged(way, changed);
  }
  return result;
}

/** An answer may be that it was not done. */
async function refuseUnchanged(
  { name, register }: Way,
  corrected: readonly Corrected[],
): Promise<void> {
  const states = await stateOf(register, corrected);
  const done = states.filter(
    ({ version, isWhole }, place) => isWhole && version === corrected[place]?.version,
  );
  if (done.length === corrected.length) return;
  throw new Different(
    `M1 by ${name}: of ${corrected.length} organisations ${corrected.length - done.length} are not what they were corrected to.`,
  );
}
