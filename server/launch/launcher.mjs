import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { built } from './build.mjs';
import { check } from './check.mjs';
import { installed } from './install.mjs';
import { handOver } from './processes.mjs';
import { say, Stop } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';
import { testAll } from './testAll.mjs';

/**
 * @typedef {object} Command
 * @property {string} summary
 * @property {string} [more] what --help adds
 * @property {boolean} [takesArguments] handed on to what it starts
 * @property {boolean} [helpsItself] also with --help
 * @property {(node: string, args: readonly string[]) => Promise<number>} run
 */

/** @type {Record<string, Command>} */
const commands = {
  start: {
    summary: 'Starts Samband: its database, its server, its pages.',
    more: 'It takes no options; PORT, HOST, DATABASE_URL, SAMBAND_DATA_DIR and the others of README.md are read from the environment.',
    run: async (node) => {
      await built(node);
      return handOver(node, server('main.js'), serverEnvironment());
    },
  },
  samband: {
    summary: 'Runs a command on the register; --help lists them.',
    takesArguments: true,
    helpsItself: true,
    run: async (node, args) => {
      await built(node);
      return handOver(node, [...server('launch/commandLine.js'), ...args], serverEnvironment());
    },
  },
  build: {
    summary: 'Builds server and client anew.',
    run: async (node) => {
      await built(node, { isForced: true });
      return 0;
    },
  },
  check: { summary: 'Checks format, lint, types and words.', run: check },
  test: {
    summary: 'Checks, then runs all tests; with names of files, runs those.',
    takesArguments: true,
    run: async (node, args) => {
      await built(node);
      return testAll(node, args);
    },
  },
  bench: {
    summary: 'Measures Samband beside what one would use instead.',
    takesArguments: true,
    helpsItself: true,
    run: async (node, args) => {
      await built(node);
      return handOver(node, [join(projectRoot, 'test/bench/bench.ts'), ...args]);
    },
  },
};

/** What `npm start`, `npm test` and the others do on any machine with a Node and an npm. */
export async function launch(/** @type {readonly string[]} */ [name = '', ...args]) {
  process.exitCode = await outcome(name, args).catch((error) => {
    say(error instanceof Stop ? error.message : whyNot(error));
    return 1;
  });
  // Whatever still listens for signals must not keep us.
  process.exit();
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
async function outcome(name, args) {
  const command = commands[name];
  if (!command) {
    say(`There is no "${name}": choose one of ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (asksForHelp && !command.helpsItself) {
    process.stdout.write(`${usageOf(name, command)}\n`);
    return 0;
  }
  if (args[0] !== undefined && !command.takesArguments) {
    say(`"${args[0]}" is not known to "${name}", which takes no options: see --help.`);
    return 2;
  }
  return command.run(await installed(), args);
}

/**
 * @param {string} name
 * @param {Command} command
 */
const usageOf = (name, { summary, more, takesArguments }) =>
  [
    `npm ${['start', 'test'].includes(name) ? name : `run ${name}`}${takesArguments ? ' -- [file …]' : ''}`,
    '',
    summary,
    ...(more ? [more] : []),
  ].join('\n');

/** @param {string} file */
const server = (file) => ['--enable-source-maps', join(projectRoot, 'dist/server', file)];

/** Compiled code is kept between starts, where we may write. */
const serverEnvironment = () => ({
  NODE_COMPILE_CACHE: join(projectRoot, 'node_modules/.cache/compiled'),
  ...process.env,
});

/** @param {NodeJS.ErrnoException} error */
function whyNot(error) {
  if (error.code === 'ENOSPC') return 'The disk is full: free some space and start again.';
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
    return `You may not write in ${error.path ?? projectRoot}: start as the user who owns ${projectRoot}.`;
  }
  if (error.code === 'ENOENT' && !existsSync(join(projectRoot, 'package-lock.json'))) {
    return `${projectRoot} is not a whole copy of Samband: package-lock.json is missing.`;
  }
  return String(error.stack ?? error);
}
