import { vi } from 'vitest';

const times = Number(process.env['QUESTIONS'] ?? 1);
const { CI, SEED } = process.env;
const firstSeed = Number(SEED ?? (CI ? 20_261_125 : Date.now() % 1_000_000_000));
let count = 0;

console.info(`SEED=${firstSeed}`);
vi.setConfig({ testTimeout: 120_000 * times });

/**
 * How many questions a test asks, and which: `QUESTIONS=10` asks ten times as many, `SEED=7` the same ones again.
 *
 * Each run asks others, and says which; where somebody waits for a verdict on a change, the same ones, so that it is about the change.
 */
export function runs(usual: number): { numRuns: number; seed: number } {
  count += 1;
  return { numRuns: usual * times, seed: firstSeed + count };
}
