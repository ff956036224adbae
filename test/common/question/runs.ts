/**
 * How many questions are asked, and which: `QUESTIONS=10` asks ten times as many, `SEED=7` the same ones again.
 *
 * Each run asks others, and says which.
 */
export function runs(usual: number): { numRuns: number; seed: number } {
  return { numRuns: usual * Number(process.env['QUESTIONS'] ?? 1), seed };
}

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
console.info(`SEED=${seed}`);
