import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runChecks } from './check.mjs';
import { handOver } from './processes.mjs';
import { projectRoot } from './projectRoot.mjs';

/**
 * The checks and all tests; named files alone, without the checks. Its last line counts them all.
 *
 * @param {string} node
 * @param {readonly string[]} files
 */
export async function testAll(node, files) {
  const checked = files.length > 0 ? { passed: 0, failed: 0 } : await runChecks(node);
  const folder = mkdtempSync(join(tmpdir(), 'samband-tests-'));
  const report = join(folder, 'report.json');
  const runner = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const code = await handOver(node, [
    runner,
    'run',
    ...files,
    '--reporter=default',
    '--reporter=json',
    '--reporter=./test/support/SecondTries.ts',
    `--outputFile.json=${report}`,
  ]);
  const tested = countsIn(report);
  rmSync(folder, { recursive: true, force: true });
  const passed = checked.passed + tested.passed;
  // A run that ends badly without a failed test (one that broke down, none found) is a failure too.
  const failed = checked.failed + Math.max(tested.failed, code === 0 ? 0 : 1);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** @param {string} report */
function countsIn(report) {
  try {
    const { numPassedTests, numTotalTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const passed = Number(numPassedTests);
    return { passed, failed: numTotalTests - passed - numPendingTests - numTodoTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
