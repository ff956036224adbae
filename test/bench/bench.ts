import 'reflect-metadata';

import { OpenThings } from '#server/launch/OpenThings.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { Different } from './sameAnswers.ts';
import { type Flags, help, readFlags, UnknownFlag } from './readFlags.ts';
import { openRegister } from './Register.ts';
import { measureReads } from './parts/reads.ts';
import { say } from './surroundings.ts';

const things = new OpenThings((error) => say((error as Error).message));

/** Whoever is interrupted, or fails, leaves nothing running. */
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    void things.close().finally(() => process.exit(130));
  });
}

async function measure(flags: Flags): Promise<number> {
  if (flags.parts.includes('reads')) {
    const register = await openRegister(flags.organisations, things);
    const reads = await measureReads(register, flags, things);
    say(JSON.stringify(reads.memory));
  }
  return 0;
}

async function main(): Promise<number> {
  try {
    const flags = readFlags(process.argv.slice(2));
    if (flags) return await measure(flags);
    process.stdout.write(help);
    return 0;
  } catch (error) {
    if (isInterrupted) return 130;
    const isForeseen =
      error instanceof UnknownFlag || error instanceof Different || error instanceof LaunchProblem;
    say(isForeseen ? error.message : String((error as Error).stack ?? error));
    return error instanceof UnknownFlag ? 2 : 1;
  } finally {
    if (!isInterrupted) await things.close();
  }
}

const code = await main();
if (!isInterrupted) process.exit(code);
