/** Something foreseen that ends a launch: one sentence, told without a stack. */
export class Stop extends Error {}

/** Progress goes beside the output proper, so that a command's answer can be piped on. */
export const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/**
 * Says what is happening before it happens, that it still does, and how long it took.
 *
 * @template T
 * @param {string} doing
 * @param {string} done
 * @param {() => Promise<T>} work
 */
export async function timed(doing, done, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${doing} …`);
  const reminder = setInterval(() => say(`  still at it after ${seconds()} s`), 20_000).unref();
  try {
    const result = await work();
    say(`${done} in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
