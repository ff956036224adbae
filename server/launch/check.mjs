import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './processes.mjs';
import { say } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';

/** @param {string} path in node_modules */
const tool = (path) => join(projectRoot, 'node_modules', path);
const language = (/** @type {string} */ name) => join(projectRoot, `schema/language/${name}.json`);

/** @type {readonly { name: string, args: readonly string[], isDue?: () => boolean }[]} */
const checks = [
  { name: 'format', args: [tool('oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--deny-warnings', '.'] },
  { name: 'types', args: [tool('ts7/bin/tsc'), '-p', '.'] },
  // The typed documents' own tools read types with this one.
  { name: 'types, by TypeScript 6', args: [tool('typescript/bin/tsc'), '-p', '.'] },
  {
    name: 'words in every language',
    args: [
      tool('@formatjs/cli/bin/formatjs'),
      'verify',
      '--source-locale',
      'nb',
      '--missing-keys',
      '--extra-keys',
      '--structural-equality',
      ...['nb', 'nn', 'en'].map(language),
    ],
    isDue: () => ['nb', 'nn', 'en'].every((name) => existsSync(language(name))),
  },
];

/**
 * Runs every check, also after one has failed, and shows what those that failed had to say.
 *
 * @param {string} node
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node) {
  const due = checks.filter(({ isDue }) => isDue?.() ?? true);
  const outcomes = await Promise.all(
    due.map(async ({ name, args }) => ({ name, ...(await run(node, args)) })),
  );
  for (const { name, code, output } of outcomes) {
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) say(output.trimEnd());
  }
  const failed = outcomes.filter(({ code }) => code !== 0).length;
  return { passed: due.length - failed, failed };
}

/** @param {string} node */
export async function check(node) {
  const { failed } = await runChecks(node);
  return failed === 0 ? 0 : 1;
}
