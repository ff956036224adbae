import type { Reporter, TestCase } from 'vitest/node';

/**
 * Tester som måtte ta det om igjen. Says by name which tests failed first and passed then, and what was wrong: such a test is to be mended,
 * or there is something wrong now and then that it found.
 */
// oxlint-disable-next-line import/no-default-export -- So the runner finds it.
export default class SecondTries implements Reporter {
  readonly #tests: TestCase[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#tests.push(test);
  }

  onTestRunEnd(): void {
    if (!this.#tests.length) return;
    const lines = this.#tests.map((test) => {
      const why = test.result().errors?.map(({ message }) => message.split('\n')[0]) ?? [];
      return `  ${test.module.relativeModuleId} > ${test.fullName}: ${why.join('; ')}\n`;
    });
    process.stdout.write(`Passed at the second try, and to be looked at:\n${lines.join('')}`);
  }
}
