import { Command, CommanderError } from 'commander';

import { LaunchProblem } from './LaunchProblem.ts';
import { addDoctor } from './command/addDoctor.ts';
import { addDropOldReads } from './command/addDropOldReads.ts';
import { addExport } from './command/addExport.ts';
import { addImport } from './command/addImport.ts';
import { addMigrate } from './command/addMigrate.ts';
import { addSeed } from './command/addSeed.ts';
import { addStaff } from './command/addStaff.ts';
import { addSynthesise } from './command/addSynthesise.ts';
import { addToken } from './command/addToken.ts';
import { addVerifyReadLog } from './command/addVerifyReadLog.ts';
import { addWatchAreas } from './command/addWatchAreas.ts';
import { addWatchRegisters } from './command/addWatchRegisters.ts';
import { addWords } from './command/addWords.ts';
import { things } from './command/opened.ts';
import { say } from './command/say.ts';

/** Kommandolinjen. What is done to the register from a terminal. */
const program = new Command('npm run samband --')
  .description('Looks after a register from the command line.')
  .helpCommand(false)
  .showSuggestionAfterError()
  .exitOverride()
  .configureOutput({ writeErr: (text) => say(asSentence(text)) });

/** In the order in which `--help` tells of them. */
const commands = [
  addMigrate,
  addSeed,
  addSynthesise,
  addToken,
  addStaff,
  addVerifyReadLog,
  addDropOldReads,
  addWatchRegisters,
  addWatchAreas,
  addExport,
  addImport,
  addWords,
  addDoctor,
];
for (const add of commands) add(program);

let isInterrupted = false;

/** commander says "error: unknown option '--x'"; people read sentences. */
function asSentence(text: string): string {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .trimEnd()
    .split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  return [/[.?!:]$/.test(sentence) ? sentence : `${sentence}: see --help.`, ...rest].join(' ');
}

async function main(): Promise<number> {
  try {
    if (process.argv.length === 2) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Whoever told us to stop has closed the database under what was going on.
    if (isInterrupted) return 130;
    say(error instanceof LaunchProblem ? error.message : String((error as Error).stack ?? error));
    return 1;
  } finally {
    await things.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    // What was under way is undone by the database, which we may be the last to let go of.
    void things.closeAtOnce().finally(() => process.exit(130));
  });
}

const code = await main();
if (!isInterrupted) process.exit(code);
