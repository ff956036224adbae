import { vi } from 'vitest';

const times = Number(process.env['QUESTIONS'] ?? 1);
const firstSeed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
let count = 0;

console.info(`SEED=${firstSeed}`);
vi.setConfig({ testTimeout: 60_000 * times });

/**
 * How many questions a test asks, and which: `QUESTIONS=10` asks ten times as many, `SEED=7` the same ones again.
 *
 * Each run asks others, and says which.
 */
export function runs(usual: number): { numRuns: number; seed: number } {
  count += 1;
  return { numRuns: usual * times, seed: firstSeed + count };
}
