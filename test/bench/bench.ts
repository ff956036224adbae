import 'reflect-metadata';

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { short } from './markdown.ts';
import { measurePart, onRegister } from './measurePart.ts';
import { measureAgainst } from './parts/against.ts';
import { pictureOf } from './picture.ts';
import { type Flags, help, isSized, readFlags, sizesOf, UnknownFlag } from './readFlags.ts';
import { measuredSizes, reportOf } from './report.ts';
import { reportBeside } from './reportBeside.ts';
import { nothing, readResults, type Results, writeResults } from './Results.ts';
import { Different } from './sameAnswers.ts';
import { root, say } from './surroundings.ts';
import { targets, verdictOn } from './targets.ts';
import { closeAll } from './withThings.ts';

/** The size that the picture tells of, if it was measured. */
const drawn = '100000';

/** Whoever is interrupted leaves nothing running. */
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    void closeAll().finally(() => process.exit(130));
  });
}

/** All that is known after the run, and of it what was measured now. */
interface Measured {
  readonly results: Results;
  readonly now: Results;
}

async function measure(flags: Flags): Promise<Measured> {
  let results = readResults();
  let now: Results = { ...nothing, machine: results.machine };
  for (const part of flags.parts) {
    for (const size of isSized(part) ? sizesOf(part, flags) : [undefined]) {
      const one = await measurePart(part, size, flags, results);
      results = { ...results, ...one };
      now = { ...now, ...one };
      if (!flags.printOnly) write(results);
    }
  }
  return { results, now };
}

function write(results: Results): void {
  writeResults(results);
  writeFileSync(join(root, 'docs/benchmarks.md'), reportOf(results));
  const [size, reads] =
    Object.entries(results.reads).find(([it]) => it === drawn) ??
    Object.entries(results.reads)[0] ??
    [];
  if (!reads) return;
  const caption = `Answers a second, as times those of SQL by hand; ${Number(size).toLocaleString('en')} organisations, 8 connections`;
  writeFileSync(join(root, 'docs/benchmarks.svg'), pictureOf(reads, caption));
}

/** Says what was measured now, must be met and is not. */
function judge(now: Results): boolean {
  const missed = targets.flatMap((target) =>
    measuredSizes(now).flatMap((size) => {
      const value = target.of(now, size);
      const isMissed = value !== undefined && verdictOn(target, value) === 'not met';
      return isMissed ? [`${target.what}: ${short(value)} ${target.unit}`] : [];
    }),
  );
  // What belongs to no register is the same beside each.
  for (const what of new Set(missed)) say(`Not met: ${what}`);
  return missed.length === 0;
}

/** Beside a former commit; nothing is kept of it. */
async function measureBeside(flags: Flags, against: string): Promise<void> {
  for (const size of sizesOf('rules', flags)) {
    const beside = await onRegister(size, (register, things) =>
      measureAgainst(register, { ...flags, against }, things),
    );
    process.stdout.write(reportBeside(beside, size));
  }
}

async function main(): Promise<number> {
  try {
    const flags = readFlags(process.argv.slice(2));
    if (!flags) {
      process.stdout.write(help);
      return 0;
    }
    if (flags.against !== null) {
      await measureBeside(flags, flags.against);
      return 0;
    }
    const { results, now } = await measure(flags);
    process.stdout.write(reportOf(flags.printOnly ? now : results));
    const isMet = judge(now);
    return isMet || flags.reportOnly ? 0 : 1;
  } catch (error) {
    if (isInterrupted) return 130;
    const isForeseen =
      error instanceof UnknownFlag || error instanceof Different || error instanceof LaunchProblem;
    say(isForeseen ? error.message : String((error as Error).stack ?? error));
    return error instanceof UnknownFlag ? 2 : 1;
  }
}

const code = await main();
if (!isInterrupted) process.exit(code);
